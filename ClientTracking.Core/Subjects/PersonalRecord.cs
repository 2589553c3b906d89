using System.Collections.Immutable;
using ClientTracking.Confidentiality;

namespace ClientTracking.Subjects;

/// <summary>What one record holds on one person, wherever it stands: in what the kind declares and in what all kinds have in common. Pure.</summary>
internal sealed class PersonalRecord
{
    private readonly KindDefinition _kind;
    private readonly SubjectRecord _record;
    private readonly string _person;
    private readonly bool _isAbout;

    internal PersonalRecord(KindDefinition kind, SubjectRecord record, string person)
    {
        (_kind, _record, _person) = (kind, record, person);
        _isAbout = Documents.Any(json => kind.Personal.IsAbout(person, json));
    }

    /// <summary>The state and every event, in the present form.</summary>
    private IEnumerable<string> Documents => _record.Journal.Select(_kind.EventOf).OfType<string>().Prepend(_kind.StateOf(_record));

    /// <summary>Everything held, the state first, then the journal in its order, then the notices.</summary>
    internal IEnumerable<HeldText> HeldOn(IEnumerable<Notice> notices)
    {
        foreach (var item in _kind.Personal.HeldOn(_person, _kind.StateOf(_record), _isAbout)) yield return Held(HeldIn.State, null, item);
        foreach (var entry in _record.Journal)
        {
            foreach (var item in CommonPersons.Entry.HeldOn(_person, RecordJson.Write(entry with { Event = null }), _isAbout))
                yield return Held(HeldIn.Entry, entry.Sequence, item);
            if (_kind.EventOf(entry) is { } happened)
                foreach (var item in _kind.Personal.HeldOn(_person, happened, _isAbout)) yield return Held(HeldIn.Event, entry.Sequence, item);
        }
        foreach (var notice in notices)
            foreach (var item in CommonPersons.Notice.HeldOn(_person, RecordJson.Write(notice))) yield return Held(HeldIn.Notice, null, item);
    }

    /// <summary>The record without the person: the journal erased, all else rebuilt from it. Null where nothing is held.</summary>
    internal SubjectRecord? Erase(string replacement)
    {
        if (!HeldOn([]).Any(item => item.Item.Text != replacement)) return null;
        return _kind.Rebuild(_record with { Journal = [.. _record.Journal.Select(entry => Erase(entry, replacement))] });
    }

    internal Notice Erase(Notice notice, string replacement) =>
        RecordJson.ReadNotice(CommonPersons.Notice.Erase(_person, RecordJson.Write(notice), replacement));

    /// <summary>The claims that have another key in the erased record; claims, once made, stay with their record for ever.</summary>
    internal ImmutableArray<(Claim From, Claim To)> Renamed(SubjectRecord erased) =>
    [
        .. _kind.ClaimsOf(_record.Journal).Zip(_kind.ClaimsOf(erased.Journal), (from, to) => (From: from, To: to))
            .Where(pair => pair.From != pair.To).Distinct(),
    ];

    private JournalEntry Erase(JournalEntry entry, string replacement)
    {
        var common = RecordJson.ReadEntry(CommonPersons.Entry.Erase(_person, RecordJson.Write(entry with { Event = null }), replacement, _isAbout));
        return _kind.EventOf(entry) is { } happened ? _kind.WithEvent(common, _kind.Personal.Erase(_person, happened, replacement, _isAbout)) : common;
    }

    private HeldText Held(HeldIn where, long? entry, PersonalItem item) => new(_record.Id, _record.Kind, _record.Number?.Text, where, entry, item);
}

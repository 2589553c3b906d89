using ClientTracking.Confidentiality;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>What of a notice one receiver may be told; a host's notice handler asks for each receiver before it sends anything.</summary>
public sealed class NoticeAudience
{
    private readonly ITrackingStore _store;
    private readonly Readers _readers;
    private readonly IClock _clock;

    internal NoticeAudience(ITrackingStore store, Readers readers, IClock clock) => (_store, _readers, _clock) = (store, readers, clock);

    /// <summary>The notice as the receiver may see it.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="receiver">Who is to be told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The whole where they may read the record; without persons and duties where they may see its header; without number too where they may
    /// only know that it exists; null where they may not, and where the record is gone.
    /// </returns>
    public async Task<Notice?> ForAsync(Notice notice, Actor receiver, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(receiver);
        if (await _readers.FindAsync(notice.Tenant, receiver, _clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false) is not { } clearance)
            return notice;
        var session = _store.OpenSession(notice.Tenant);
        await using var _ = session.ConfigureAwait(false);
        if (await session.FindAsync(notice.Subject, cancellationToken).ConfigureAwait(false) is not { } record) return null;
        return clearance.VisibilityOf(record) switch
        {
            Visibility.Content => Shown(notice, clearance.MaskingOf(record)),
            Visibility.Header => HeaderOf(notice),
            Visibility.Exists => HeaderOf(notice) with { Number = null },
            _ => null,
        };
    }

    /// <summary>A notice of a record whose content the reader may know, without the fields they may not.</summary>
    internal static Notice Shown(Notice notice, Masking? masking) => masking switch
    {
        null => notice,
        { HidesCourse: true } => HeaderOf(notice),
        _ => notice with { Person = notice.Person is { } person ? masking.Mask(person) : null },
    };

    private static Notice HeaderOf(Notice notice) => notice with
    {
        Name = "subject.changed",
        Obligation = null,
        Rule = null,
        Role = null,
        Person = null,
        Due = null,
        Level = null,
    };
}

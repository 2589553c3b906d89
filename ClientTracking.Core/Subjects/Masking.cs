using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Obligations;

namespace ClientTracking.Subjects;

/// <summary>What is not shown of one record: some of its fields, who they name, and what duties and journal would tell of them.</summary>
/// <param name="redaction">Which fields are shown.</param>
/// <param name="persons">Whom the hidden fields name.</param>
/// <param name="traces">Where the hidden fields show besides the state.</param>
internal sealed class Masking(Redaction redaction, ImmutableHashSet<PersonId> persons, FieldTraces traces)
{
    private const string Changed = "subject.changed";
    private static readonly PersonId Somebody = new(Redaction.Mask);

    public Redaction Redaction => redaction;

    public bool HidesCourse => traces.HasFlag(FieldTraces.Course);

    public bool HidesClaims => traces.HasFlag(FieldTraces.Claims);

    private bool HidesDebtors => traces.HasFlag(FieldTraces.Debtors);

    public PersonId Mask(PersonId person) => persons.Contains(person) ? Somebody : person;

    public Obligation Mask(Obligation owed) => persons.IsEmpty && !HidesDebtors ? owed : owed with
    {
        Assignee = owed.Assignee is { } assignee ? Mask(assignee) : null,
        Partner = owed.Partner is { Person: { } partner } both ? both with { Person = Mask(partner) } : owed.Partner,
        Department = HidesDebtors ? null : owed.Department,
    };

    /// <summary>The record with the state that is left; events and reasons quote what is hidden, and go too.</summary>
    public SubjectRecord Mask(SubjectRecord record) => record with
    {
        Obligations = HidesCourse ? [] : [.. record.Obligations.Select(Mask)],
        Journal = [.. record.Journal.Select(Mask)],
        Secrecy = record.Secrecy is { } secrecy ? Mask(secrecy) : null,
        Redaction = redaction,
    };

    /// <summary>The marking in force, without everybody who ever had to do with it.</summary>
    private Classification Mask(Classification secrecy) => secrecy with
    {
        Drafter = Mask(secrecy.Drafter),
        Markings = [secrecy.Marking with { By = Mask(secrecy.Marking.By) }],
        Grants = [],
        HandOuts = [],
        Custodies = [],
    };

    private JournalEntry Mask(JournalEntry entry) => entry with
    {
        Name = HidesCourse ? Changed : entry.Name,
        CommandName = HidesCourse ? null : entry.CommandName,
        Event = null,
        Reason = null,
        By = Mask(entry.By),
        Secrecy = null,
        Obligations = HidesCourse ? [] : [.. entry.Obligations.Select(change => change with { After = Mask(change.After) })],
    };
}

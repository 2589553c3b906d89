using System.Globalization;
using ClientTracking.Obligations;
using ClientTracking.Storage;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>Who owes what now (谁欠什么): what is owed with its clock running, first due first, with the next reminder of each; one page.</summary>
/// <remarks>Conditions that are set must all hold; the store answers them. With none it is everything owed in the tenant.</remarks>
public sealed record WhoOwesWhat : PagedQuery, IQuery<Page<OwedRow>>
{
    /// <summary>Owed by this person.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Answered for by this department.</summary>
    public string? Department { get; init; }

    /// <summary>Owed by this role.</summary>
    public Role? Role { get; init; }

    /// <summary>On this subject: a requirement, a bug, a meeting.</summary>
    public SubjectId? Subject { get; init; }

    /// <summary>Whether clocks held by a pause are asked for instead of running ones.</summary>
    public bool Held { get; init; }

    /// <inheritdoc/>
    public async Task<Page<OwedRow>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = await context.Session.QueryAsync(
            new ObligationQuery
            {
                Status = Held ? ObligationStatus.Paused : ObligationStatus.Open,
                Assignee = Person,
                Department = Department,
                Responsible = Role,
                Subject = Subject,
                Take = Take,
                After = After,
            },
            cancellationToken).ConfigureAwait(false);
        var rules = context.Model.Regulations.SelectMany(regulation => regulation.Obligations).ToLookup(rule => rule.Id);
        return new([.. page.Items.Select(row => new OwedRow(row, rules[row.Obligation.Rule].FirstOrDefault(), context.Now))], page.Next);
    }
}

/// <summary>Something owed.</summary>
/// <param name="Row">The obligation with its subject.</param>
/// <param name="Rule">The rule that makes it owed; null when no regulation in force has it.</param>
/// <param name="AsOf">The instant it is looked at.</param>
public sealed record OwedRow(ObligationRow Row, ObligationRule? Rule, Instant AsOf)
{
    /// <summary>Until when.</summary>
    public Instant Due => Row.Obligation.Due;

    /// <summary>Whether it is overdue.</summary>
    public bool IsOverdue => Row.Obligation.IsOverdueAt(AsOf);

    /// <summary>When whoever owes it is reminded next; none when no reminder is left before it is due.</summary>
    public Instant? RemindedAt => Row.Obligation.NextNotice is { Level: < 0 } reminder ? reminder.SendAt : null;

    /// <summary>What is owed, in the language of the culture; the rule id where the rule is gone.</summary>
    public string Title(CultureInfo culture) => Rule?.TitleIn(culture) ?? Row.Obligation.Rule.Value;
}

using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking.Persons;

/// <summary>
/// 查阅个人信息 (个人信息保护法第四十五条): what is held on a person, record by record, for the roles of
/// <see cref="Regulations.Regulation.PersonalInformation"/> of every regulation. Records that whoever asks may not know are left out, as everywhere.
/// </summary>
/// <remarks>
/// It goes through every record of the tenant: a page is of at most <see cref="PagedQuery.Take"/> records, may have nothing in it, and is the last only
/// when it says so.
/// </remarks>
/// <param name="Person">How the records call the person; see <see cref="ErasePerson"/>.</param>
public sealed record ExportPerson(string Person) : PagedQuery, IQuery<Page<HeldText>>
{
    /// <inheritdoc/>
    /// <exception cref="AccessDeniedException">The acting person has none of the roles.</exception>
    public async Task<Page<HeldText>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var faults = new FaultList();
        faults.Required("person", Person, ErasePerson.LongestPerson);
        faults.ThrowIfAny();
        context.Model.RequirePersonalInformation(context.Actor, PersonRights.Access);
        var page = await context.Session.QueryAsync(new SubjectQuery { Take = Take, After = After }, cancellationToken).ConfigureAwait(false);
        var held = ImmutableArray.CreateBuilder<HeldText>();
        foreach (var record in page.Items)
        {
            var persons = new PersonalRecord(context.Model.KindOf(record), record, Person);
            // A notice names whom an entry of the journal names, so where that names nobody there is none to look for.
            if (!persons.HeldOn([]).Any()) continue;
            held.AddRange(persons.HeldOn(await context.Session.NoticesAsync(record.Id, cancellationToken).ConfigureAwait(false)));
        }
        return new(held.ToImmutable(), page.Next);
    }
}

using ClientTracking.Confidentiality;
using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Leaks;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Tracking.Secrecy;

/// <summary>
/// CL-05 through the public API: people without the right to name others cannot, by any sequence of legal commands, let anybody read or export what
/// they could not read before.
/// </summary>
public sealed class EngineWideningTests
{
    /// <summary>Everybody but the president, the drafting department's head and the manager in charge.</summary>
    private static readonly string[] Plotters = ["gm", "drafter", "concerned", "keeper", "stranger", "friend"];

    private static readonly LocalDate[] Days = [new(2026, 3, 10), new(2026, 3, 12), new(2030, 1, 1)];

    private static readonly Gen<(int What, int Who, int Whom, int Level, int Day, int Hours)> Step = Gen.Select(
        Gen.Int[0, 14], Gen.Int[0, Plotters.Length - 1], Gen.Int[0, Plotters.Length - 1], Gen.Int[1, 5], Gen.Int[0, Days.Length - 1], Gen.Int[0, 12]);

    [Fact, Trait("rule", "CL-05")]
    public async Task CL_05_No_sequence_of_legal_commands_of_people_without_the_right_widens_access()
    {
        var legal = 0;
        await Gen.Select(Gen.Int[1, 3], Step.Array[1, 20]).SampleAsync(async (level, steps) =>
        {
            await using var host = OfficeHost.Create(tracking => tracking.AddRegulation(RegulationPresets.Leaks));
            var id = await host.As("drafter", "design").Send(new OpenDossier("merger", new PersonId("concerned"))
            {
                Marking = ReadPathTests.Secret with { Level = (ConfidentialityLevel)level },
            });
            await host.As("gm").Send(new AppointCustodian(id, new("keeper")));
            var readers = new HashSet<string>();
            foreach (var person in Plotters)
                if (await ReadsAsync(host, person, id)) readers.Add(person);

            foreach (var step in steps)
            {
                host.Clock.Advance(Duration.FromHours(step.Hours));
                if (!await TryAsync(host.As(Plotters[step.Who]), id, step)) continue;
                Interlocked.Increment(ref legal);
                await host.RunDue();
                foreach (var person in Plotters.Where(person => !readers.Contains(person)))
                {
                    Assert.False(await ReadsAsync(host, person, id), $"{person} reads after {step}");
                    Assert.False(await ExportsAsync(host, id), $"{person} exports after {step}");
                }
            }
        }, iter: 60);
        // Reports, requests, approvals of the general manager and taking custody are legal, so that the property is not empty.
        Assert.True(legal > 60, $"{legal} steps were legal.");
    }

    private static async Task<bool> ReadsAsync(TestHost host, string person, SubjectId id)
    {
        host.As(person);
        return await host.Ask(new GetSubject<Dossier>(id)) is not null || await host.Ask(new GetTimeline(id)) is not null;
    }

    private static Task<bool> ExportsAsync(TestHost host, SubjectId id) => AcceptedAsync(() => host.Ask(new ExportSubject(id)));

    private static Task<bool> TryAsync(TestHost host, SubjectId id, (int What, int Who, int Whom, int Level, int Day, int Hours) step)
    {
        var (whom, level, day, place) = (new PersonId(Plotters[step.Whom]), (ConfidentialityLevel)step.Level, Days[step.Day], step.Day + 1);
        return AcceptedAsync(() => step.What switch
        {
            0 => host.Send(new GrantAccess(id, whom, day)),
            1 => host.Send(new RevokeAccess(id, place)),
            2 => host.Send(new ChangeLevel(id, level, null, "plot")),
            3 => host.Send(new ChangeLevel(id, level, day, "plot")),
            4 => host.Send(new ContinueSecrecy(id, day, "plot")),
            5 => host.Send(new NameManagerInCharge(id, whom)),
            6 => host.Send(new AppointCustodian(id, whom)),
            7 => host.Send(new TakeCustody(id)),
            8 => host.Send(new RequestHandOut(id, (HandOutForm)(step.Level % 3 + 1), whom, "plot")),
            9 => host.Send(new ReviewHandOut(id, place, HandOutForm.Copy)),
            10 => host.Send(new DecideHandOut(id, place, HandOutForm.Copy, $"C-{step.Level}{step.Hours}")),
            11 => host.Send(new ReturnHandOut(id, place)),
            12 => host.Send(new MarkRecord(id, new(DossierKind.Instance.Kind) { Level = level })),
            13 => host.Send(new RetitleDossier(id, "plot")),
            _ => (Task)host.Send(new ReportLeak(id.ToString(), "plot", host.Clock.GetCurrentInstant())),
        });
    }

    private static async Task<bool> AcceptedAsync(Func<Task> send)
    {
        try
        {
            await send();
            return true;
        }
        catch (ClientTrackingException)
        {
            return false;
        }
    }
}

using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using CsCheck;
using NodaTime;
using static ClientTracking.Core.Tests.Confidentiality.Company;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>
/// People without the right to name others cannot, by any sequence of legal actions, let anybody read or copy what they could not before.
/// </summary>
public sealed class WideningTests
{
    /// <summary>Everybody but president, vice president, the drafting department's head and the manager in charge.</summary>
    private static readonly string[] Plotters = ["gm", "other-head", "drafter", "custodian", "participant", "named", "lapsed", "stranger", "friend"];

    private static readonly LocalDate[] Days = [new(2026, 3, 10), new(2026, 3, 11), new(2026, 3, 31), new(2030, 1, 1)];

    private static readonly Gen<(int What, int Who, int Whom, int Level, int Day, int Hours)> Step = Gen.Select(
        Gen.Int[0, 11], Gen.Int[0, Plotters.Length - 1], Gen.Int[0, Plotters.Length - 1], Gen.Int[1, 5], Gen.Int[0, Days.Length - 1], Gen.Int[0, 48]);

    [Fact, Trait("rule", "CL-05")]
    public void CL_05_no_sequence_of_legal_actions_of_people_without_the_right_widens_access()
    {
        var legal = 0;
        Gen.Select(Gen.Int[1, 3], Gen.Bool, Step.Array[1, 25]).Sample((level, term, steps) =>
        {
            var start = Start((ConfidentialityLevel)level, term);
            var (record, now) = (start, Now);
            foreach (var step in steps)
            {
                now += Duration.FromHours(step.Hours);
                if (Try(record, step, now) is not { } after) continue;
                Interlocked.Increment(ref legal);
                record = after;
                foreach (var who in Plotters)
                {
                    Assert.True(!May(who, record, AccessAction.Read, now) || May(who, start, AccessAction.Read, now));
                    Assert.True(!May(who, record, AccessAction.Copy, now) || May(who, start, AccessAction.Read, now));
                    Assert.True(!May(who, record, AccessAction.Grant, now));
                }
            }
        }, iter: 1000);
        // Requests, returns, appointments and approvals of the general manager are legal, so that the property is not empty.
        Assert.True(legal > 300);
    }

    private static Classification Start(ConfidentialityLevel level, bool term)
    {
        var record = Record(level, term ? new(2026, 3, 20) : null);
        if (level == ConfidentialityLevel.Confidential) record = record.After(Desk.Grant(record, Who("head"), Person("named"), new(2026, 3, 15), Now));
        record = record.After(Desk.Grant(record, Who("vice"), Person("lapsed"), new(2026, 3, 11), Now));
        record = record.After(Desk.AppointCustodian(record, Who("gm"), Person("custodian"), Now));
        return record.After(SecrecyDesk.TakeOver(record, Who("custodian"), Now));
    }

    private static bool May(string who, Classification record, AccessAction action, Instant now) =>
        Policy.Decide(Who(who), record.SearchFields([Person("participant")]), action, now).IsAllowed;

    /// <summary>The record after the step where it is legal, else null.</summary>
    private static Classification? Try(Classification record, (int What, int Who, int Whom, int Level, int Day, int Hours) step, Instant now)
    {
        var (by, whom, level, day) = (Who(Plotters[step.Who]), Plotters[step.Whom], (ConfidentialityLevel)step.Level, Days[step.Day]);
        var fields = record.SearchFields([Person("participant")]);
        try
        {
            return step.What switch
            {
                0 => record.After(Desk.Grant(record, by, Person(whom), day, now)),
                1 => record.After(Desk.ChangeLevel(record, by, level, day, "plot", now)),
                2 => record.After(Desk.ChangeLevel(record, by, level, null, "plot", now)),
                3 => record.After(Desk.NameManager(record, by, Person(whom), now)),
                4 => record.After(Desk.Continue(record, by, day, "plot", now)),
                5 => record.After(Desk.AppointCustodian(record, by, Person(whom), now)),
                6 => record.After(SecrecyDesk.TakeOver(record, by, now)),
                7 => record.After(Desk.Request(record, by, (HandOutForm)(step.Level % 3 + 1), Person(whom), "plot", now)),
                8 => record.After(Desk.Review(record, by, step.Day + 1, now)),
                9 => record.After(Desk.Approve(record, by, step.Day + 1, Who(whom), $"C-{now}", by.Person, fields, now)),
                10 => record.After(SecrecyDesk.Return(record, by, step.Day + 1, now)),
                _ => record.After(Desk.Revoke(record, by, step.Day + 1, now)),
            };
        }
        catch (Exception e) when (e is ClientTrackingException or ArgumentException)
        {
            return null;
        }
    }
}

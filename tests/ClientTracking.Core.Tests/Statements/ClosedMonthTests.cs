using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Statements;
using ClientTracking.Tracking;
using static ClientTracking.Core.Tests.Statements.StatementStory;

namespace ClientTracking.Core.Tests.Statements;

public sealed class ClosedMonthTests
{
    [Fact, Trait("rule", "T42")]
    public async Task T42_a_waiver_in_an_open_month_makes_the_sixth_the_fifth()
    {
        await using var host = new TestHost();
        await host.RegisteredLate(6);
        var six = await host.Statement(Collecting, June);
        Assert.Equal("50.00", six.Total.ToString());
        await host.Send(new WaiveMiss(six.Lines[0].Miss!, "收集系统停机"));
        var five = await host.Statement(Collecting, June);
        Assert.Equal(("20.00", "0.00 20.00 0.00 0.00 0.00 0.00"), (five.Total.ToString(), string.Join(' ', five.Lines.Select(line => line.Amount))));
        Assert.Equal((Board, "收集系统停机"), (five.Lines[0].By!.Value, five.Lines[0].Reason));
    }

    [Fact, Trait("rule", "T42")]
    public async Task T42_a_waiver_of_a_closed_month_corrects_the_next_one_once_and_the_closed_one_stays()
    {
        await using var host = new TestHost();
        await host.RegisteredLate(6);
        var june = await host.At("2014-07-01 09:00").Close(Collecting, June);
        await host.At("2014-07-02 09:00").Send(new WaiveMiss(june.Statement.Statement.Lines[0].Miss!, "收集系统停机"));
        Assert.Equal("50.00", (await host.Statement(Collecting, June)).Total.ToString());
        var july = await host.Statement(Collecting, July);
        Assert.Equal(("0.00", "30.00"), (july.Total.ToString(), july.Credit.ToString()));
        Assert.All(july.Credits, line => Assert.Equal((June, LineCause.Correction), (line.Corrects!.Value, line.Cause)));
        await host.At("2014-08-01 09:00").Close(Collecting, July);
        Assert.Equal("0.00", (await host.Statement(Collecting, July.PlusMonths(1))).Credit.ToString());
    }

    [Fact, Trait("rule", "T43")]
    public async Task T43_a_closed_month_is_reproduced_bit_for_bit_from_what_was_kept_with_it()
    {
        await using var host = new TestHost();
        await host.RegisteredLate(6);
        var closed = await host.At("2014-07-01 09:00").Close(Collecting, June);
        await host.Send(new WaiveMiss(closed.Statement.Statement.Lines[0].Miss!, "收集系统停机"));
        var kept = (await host.Ask(new GetStatement(Collecting, June, Money.Zero))).Closed!;
        var model = host.Get<TrackingModel>();
        Assert.Equal(StatementForm.Write(closed.Statement.Statement), StatementForm.Write(kept.Statement.Statement));
        Assert.True(kept.IsReproduced(model.Regulation(RequirementFollowUpRegulation.Name).Sanctions, model.Deadlines(TestHost.Tenant)));
        Assert.False((kept with { Misses = kept.Misses.RemoveAt(0) })
            .IsReproduced(model.Regulation(RequirementFollowUpRegulation.Name).Sanctions, model.Deadlines(TestHost.Tenant)));
        Assert.Equal(kept.Statement, ((await host.Ask(new GetSubject<SanctionMonth>(await MonthOf(host)))))!.State.Closed!.Statement, (a, b) => a.Digest == b.Digest);
    }

    [Fact, Trait("rule", "T43")]
    public async Task T43_a_month_is_closed_once_after_its_end_and_in_its_order()
    {
        await using var host = new TestHost();
        await host.RegisteredLate(1);
        Assert.Equal("sanction.month-not-over", await Refused(host.At("2014-06-30 23:59"), June));
        await host.At("2014-07-01 09:00").Close(Collecting, June);
        Assert.Equal("statement.closed", await Refused(host, June));
        Assert.Equal("statement.not-next", await Refused(host.At("2014-09-01 09:00"), July.PlusMonths(1)));
        await host.Close(Collecting, July);
        await host.Close(Collecting, July.PlusMonths(1));
    }

    [Fact, Trait("rule", "T43")]
    public async Task A_close_sent_twice_with_one_id_is_done_once_and_two_at_a_time_close_once()
    {
        await using var host = new TestHost();
        await host.RegisteredLate(1);
        var close = new CloseMonth(Collecting, June, Pay) { CommandId = new("close-2014-06") };
        var first = await host.At("2014-07-01 09:00").AsBoard().Send(close);
        Assert.Equal(first.Statement.Digest, (await host.Send(close)).Statement.Digest);
        host.At("2014-08-01 09:00");
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Close(host)));
        Assert.Single(both, closed => closed);

        static async Task<bool> Close(TestHost host)
        {
            try
            {
                await host.Send(new CloseMonth(Collecting, July, Pay));
                return true;
            }
            catch (RuleViolationException)
            {
                return false;
            }
        }
    }

    private static async Task<SubjectId> MonthOf(TestHost host) =>
        (await host.Ask(new FindSubjects<SanctionMonth>(new() { Owner = Collecting }))).Items.Single().Id;

    private static async Task<string> Refused(TestHost host, NodaTime.YearMonth month) =>
        (await Assert.ThrowsAsync<RuleViolationException>(() => host.Close(Collecting, month))).Code;
}

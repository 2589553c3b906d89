using ClientTracking.Errors;
using ClientTracking.Priorities;
using NodaTime;

namespace ClientTracking.Core.Tests.Priorities;

/// <summary>A backlog that is not sound is refused as a whole, with every fault and its path.</summary>
public sealed class BacklogFaultTests
{
    [Theory]
    [InlineData(1, "1 B 1h; 2 B 1h; 1 C 1h", "items[2].number: schedule.duplicate 1")]
    [InlineData(1, "1 B 1h; 2 B 1h after:3", "items[1].dependsOn[0]: schedule.unknown-dependency 3")]
    [InlineData(1, "1 B 1h after:1", "items[0].dependsOn: schedule.dependency-cycle 1 → 1")]
    [InlineData(1, "1 B 1h after:2; 2 B 1h after:4; 3 B 1h; 4 B 1h after:3,2", "items[1].dependsOn: schedule.dependency-cycle 2 → 4 → 2")]
    [InlineData(1, "1 B 1h hand; 2 B 1h hand", "items: schedule.too-many-in-hand 2, 1")]
    [InlineData(2, "1 B 1h hand w2; 2 B 1h hand w2", "items[1].worker: schedule.worker-taken 2, 1")]
    [InlineData(2, "1 B 1h hand w2; 2 B 1h held w2", "items[1].worker: schedule.worker-taken 2, 1")] // nothing is interrupted for a B
    [InlineData(2, "1 A 1h hand w2; 2 B 1h held w2; 3 B 1h held w2", "items[2].worker: schedule.worker-taken 2, 2")]
    [InlineData(2, "1 A 1h hand; 2 B 1h held w2", "items[0].worker: schedule.worker-missing")]
    [InlineData(2, "1 B 1h hand w3", "items[0].worker: schedule.unknown-worker 3, 2")]
    [InlineData(2, "1 B 1h hand w0", "items[0].worker: schedule.unknown-worker 0, 2")]
    [InlineData(2, "1 B 1h w1", "items[0].worker: schedule.worker-of-waiting")]
    [InlineData(0, "1 B 1h", "workers: schedule.workers 0, 10000")]
    [InlineData(10_001, "1 B 1h", "workers: schedule.workers 10001, 10000")]
    [InlineData(-1, "1 B 1h hand w1", "workers: schedule.workers -1, 10000")]
    [InlineData(1, "1 B -1h", "items[0].estimate: schedule.time 100000; items[0].remaining: schedule.time 100000")]
    [InlineData(1, "1 C 1h p0", "items[0].position: schedule.position 0")]
    [InlineData(1, "1 B 1h p1", "items[0].position: schedule.position-grade B")]
    public void A_fault_is_named_with_its_path(int workers, string items, string faults) => Assert.Equal(faults, Faults(Board.Backlog(items, workers)));

    [Fact]
    public void Every_fault_is_found_at_once()
    {
        var backlog = Board.Backlog("1 B 1h", 1, "w2 02T09:00/02T10:00; w1 02T10:00/02T10:00");
        var item = backlog.Items[0];
        Assert.Equal(
            "absences[0].worker: schedule.unknown-worker 2, 1; absences[1].to: schedule.absence; items[1].number: request.required; "
            + "items[1].grade: request.unknown-value 9, A, B, C, D; items[1].commitments[0].following: schedule.time 100000",
            Faults(backlog with { Items = [item, item with { Number = " ", Grade = (PriorityGrade)9, Commitments = [new("RF-42", default, -Duration.Epsilon)] }] }));
    }

    [Theory]
    [InlineData("14061999", "140619100", -1)]
    [InlineData("A2", "A10", -1)]
    [InlineData("A02", "A2", -1)]
    [InlineData("需求报告表14061903", "需求报告表14061910", -1)]
    [InlineData("A", "A1", -1)]
    [InlineData("B1", "A2", 1)]
    [InlineData("1-2", "1-2", 0)]
    public void The_lower_number_is_the_one_with_the_smaller_digits(string one, string other, int order)
    {
        Assert.Equal(order, Math.Sign(NumberOrder.Instance.Compare(one, other)));
        Assert.Equal(-order, Math.Sign(NumberOrder.Instance.Compare(other, one)));
    }

    private static string Faults(TeamBacklog backlog) => string.Join("; ", Assert.Throws<InvalidRequestException>(() => Board.Schedule.Plan(backlog)).Faults
        .Select(fault => $"{fault.Path}: {fault.Code} {string.Join(", ", fault.Arguments)}".TrimEnd()));
}

namespace ClientTracking.Core.Tests.Priorities;

/// <summary>RF-55 and RF-56 sentence by sentence, every date worked out by hand.</summary>
public sealed class GradeTests
{
    [Theory, Trait("rule", "RF-56")]
    [InlineData(2, "1 B 4h hand; 2 A 2h", "1 w1 02T09:00/02T14:30; 2 w2 02T09:00/02T11:00")]
    [InlineData(3, "1 A 4h hand; 2 B 4h hand; 3 A 2h", "1 w1 02T09:00/02T14:30; 2 w2 02T09:00/02T14:30; 3 w3 02T09:00/02T11:00")]
    public void RF_56_An_A_takes_a_free_worker(int workers, string items, string plan) => Assert.Equal(plan, Board.Plan(items, workers).Text());

    [Theory, Trait("rule", "RF-56")]
    [InlineData("1 B 4h hand; 2 A 2h", "1 w1 02T11:00/02T16:30; 2 w1 02T09:00/02T11:00")]
    [InlineData("1 B 4h hand; 2 A 2h from:02T10:00", "1 w1 02T09:00/02T10:00 w1 02T13:30/02T16:30; 2 w1 02T10:00/02T12:00")]
    [InlineData("1 D 4h hand; 2 A 2h from:02T12:00", "1 w1 02T09:00/02T12:00 w1 02T15:30/02T16:30; 2 w1 02T13:30/02T15:30")]
    [InlineData("1 C 4h hand; 2 A 1h from:02T10:00; 3 A 1h from:02T13:30", "1 w1 02T09:00/02T10:00 w1 02T11:00/02T12:00 w1 02T14:30/02T16:30; 2 w1 02T10:00/02T11:00; 3 w1 02T13:30/02T14:30")]
    public void RF_55_An_A_stops_the_work_in_hand_which_keeps_what_was_done_and_resumes_after_it(string items, string plan) =>
        Assert.Equal(plan, Board.Plan(items).Text());

    [Theory, Trait("rule", "RF-56")]
    [InlineData("1 B 8h hand w1 d1; 2 C 8h hand w2 d5; 3 C 8h hand w3 d2; 4 A 1h", "4 w2 ")] // the latest grade, then the latest decision
    [InlineData("1 C 8h hand w1 d9; 2 B 8h hand w2 d9; 3 D 8h hand w3 d1; 4 A 1h", "4 w3 ")] // grade before decision
    [InlineData("1 B 8h hand w1 d1; 2 B 8h hand w2 d1; 3 B 8h hand w3 d1; 4 A 1h", "4 w3 ")] // a tie: the higher number ranks lower
    [InlineData("1 A 8h hand w1 d9; 2 A 8h hand w2 d9; 3 B 8h hand w3 d1; 4 A 1h", "4 w3 ")]
    public void RF_56_An_A_interrupts_the_lowest_ranked_item_in_hand(string items, string a) =>
        Assert.Contains(a + "02T09:00/02T10:00", Board.Plan(items, 3).Text(), StringComparison.Ordinal);

    [Theory, Trait("rule", "RF-56")]
    [InlineData(1, "1 A 4h hand d9; 2 A 1h d1", "1 w1 02T09:00/02T14:30; 2 w1 02T14:30/02T15:30")]
    [InlineData(2, "1 A 4h hand; 2 A 2h hand; 3 A 1h", "1 w1 02T09:00/02T14:30; 2 w2 02T09:00/02T11:00; 3 w2 02T11:00/02T12:00")]
    public void RF_56_An_A_never_interrupts_an_A(int workers, string items, string plan) => Assert.Equal(plan, Board.Plan(items, workers).Text());

    /// <summary>Two A's, one worker free: only the C stands still, until its A is finished.</summary>
    [Fact, Trait("rule", "RF-56")]
    public void RF_56_An_A_interrupts_no_more_than_needed() => Assert.Equal(
        "1 w1 02T09:00/02T14:30; 2 w2 02T10:00/02T15:30; 3 w3 02T09:00/02T10:00; 4 w2 02T09:00/02T10:00",
        Board.Plan("1 B 4h hand w1; 2 C 4h hand w2; 3 A 1h; 4 A 1h", 3).Text());

    /// <summary>Three A's on two workers: 3 takes the C's worker, 4 the B's, 5 waits for 3. Each resumes when no A waits, before the B not started.</summary>
    [Fact, Trait("rule", "RF-56")]
    public void RF_56_The_interrupted_item_stays_with_its_worker_and_resumes_as_soon_as_no_A_waits_before_every_B_C_and_D() => Assert.Equal(
        "1 w1 02T15:00/03T10:00; 2 w2 02T16:30/03T11:30; 3 w2 02T09:00/02T12:00; 4 w1 02T09:00/02T15:00; 5 w2 02T13:30/02T16:30; 6 w1 03T10:00/03T11:00",
        Board.Plan("1 B 4h hand w1; 2 C 4h hand w2; 3 A 3h; 4 A 4.5h; 5 A 3h; 6 B 1h d0", 2).Text());

    [Theory, Trait("rule", "RF-56")]
    [InlineData("1 D 1h d1; 2 C 1h d1; 3 B 1h d9; 4 B 1h d8; 5 D 1h hand", "1 w1 02T14:30/02T15:30; 2 w1 02T13:30/02T14:30; 3 w1 02T11:00/02T12:00; 4 w1 02T10:00/02T11:00; 5 w1 02T09:00/02T10:00")]
    [InlineData("10 B 1h d1; 9 B 1h d1", "9 w1 02T09:00/02T10:00; 10 w1 02T10:00/02T11:00")]
    [InlineData("2 A 1h d1; 1 A 1h d2", "1 w1 02T10:00/02T11:00; 2 w1 02T09:00/02T10:00")]
    public void RF_56_The_order_is_A_in_hand_B_C_D_ties_by_decision_then_number(string items, string plan) => Assert.Equal(plan, Board.Plan(items).Text());

    [Theory, Trait("rule", "RF-56")]
    [InlineData("1 B 2h hand; 2 B 1h hand; 3 B 1h; 4 B 1h", "1 w1 02T09:00/02T11:00; 2 w2 02T09:00/02T10:00; 3 w2 02T10:00/02T11:00; 4 w1 02T11:00/02T12:00")]
    [InlineData("1 B 3h hand; 2 B 3h hand; 3 B 1h", "1 w1 02T09:00/02T12:00; 2 w2 02T09:00/02T12:00; 3 w1 02T13:30/02T14:30")]
    public void RF_56_The_rest_goes_to_the_worker_who_is_free_first_then_to_the_lower_number(string items, string plan) =>
        Assert.Equal(plan, Board.Plan(items, 2).Text());

    [Theory, Trait("rule", "RF-56")]
    [InlineData("1 C 1h hand; 2 B 1h hand; 3 A 1h hand", "1 w3; 2 w2; 3 w1")]
    [InlineData("1 C 1h hand w1; 2 B 1h hand; 3 A 1h hand", "1 w1; 2 w3; 3 w2")]
    [InlineData("1 C 1h hand; 2 C 1h hand d1", "1 w1; 2 w2")]
    [InlineData("1 C 1h hand w3; 2 B 1h hand w1", "1 w3; 2 w1")]
    public void RF_56_Items_in_hand_keep_the_worker_they_name_else_take_the_others_by_rank(string items, string workers) =>
        Assert.Equal(workers, Board.Plan(items, 3).Text().Replace(" 02T09:00/02T10:00", "", StringComparison.Ordinal));

    [Theory, Trait("rule", "RF-55")]
    [InlineData("1 B 1h; 2 B 1h; 3 C 1h p1", "3 1 2")]
    [InlineData("1 B 1h; 2 B 1h; 3 C 1h p2", "1 3 2")]
    [InlineData("1 B 1h; 2 B 1h; 3 C 1h p3", "1 2 3")]
    [InlineData("1 B 1h; 2 D 1h; 3 C 1h p9", "1 2 3")]
    [InlineData("1 B 1h hand; 2 B 1h; 3 C 1h p1", "1 3 2")] // what is in hand is not in the list
    [InlineData("1 A 1h; 2 B 1h; 3 C 1h p1", "1 3 2")] // never before an A
    [InlineData("1 A 1h; 2 A 1h; 3 C 1h p2; 4 B 1h", "1 2 3 4")]
    [InlineData("1 A 1h hand; 2 B 1h; 3 C 1h p1", "1 3 2")]
    [InlineData("1 A 1h; 2 A 1h; 3 C 1h p2 d8; 4 C 1h p1 d9", "1 2 4 3")] // held up behind the A's, the lower position still goes first
    [InlineData("1 B 1h; 2 C 1h p1 d9; 3 C 1h p1 d8; 4 D 1h", "3 2 1 4")] // two at one position: the earlier decision
    [InlineData("5 C 1h p1 d1; 4 C 1h p1 d1; 1 B 1h", "4 5 1")] // then the lower number
    [InlineData("1 B 1h; 2 C 1h p3; 3 B 1h; 4 C 1h; 5 D 1h", "1 3 2 4 5")] // the others keep their order
    [InlineData("1 B 1h; 2 C 1h p3 d1; 3 C 1h p3 d2; 4 C 1h p4 d3; 5 B 1h; 6 D 1h", "1 5 2 3 4 6")]
    [InlineData("1 D 1h; 2 C 1h; 3 B 1h; 4 A 1h; 5 C 1h", "4 3 2 5 1")] // without a position after all A and B, before every D
    public void RF_55_A_C_stands_at_its_position_else_after_the_B_before_the_D(string items, string order) => Assert.Equal(order, Board.Plan(items).Order());

    [Fact, Trait("rule", "RF-55")]
    public void RF_55_A_position_no_longer_matters_once_the_item_is_in_hand() =>
        Assert.Equal("1 2 3", Board.Plan("1 C 1h hand p2; 2 B 1h; 3 C 1h").Order());
}

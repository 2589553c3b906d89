using ClientTracking.Numbering;
using NodaTime;

namespace ClientTracking.Core.Tests.Numbering;

public sealed class NumberEntryTests
{
    private static readonly NumberScope Scope = new("requirement", "2014-06-19");
    private static readonly Guid Subject = new("0194fdc2-fa2f-7cc0-81d3-ff12045b73c8");
    private static readonly Instant At = Instant.FromUtc(2014, 6, 19, 3, 0);

    [Fact, Trait("rule", "T32")]
    public void T32_a_void_number_says_why_and_a_used_one_by_what()
    {
        Assert.Throws<ArgumentException>(() => Entry(NumberUse.Used, subject: null));
        Assert.Throws<ArgumentNullException>(() => Entry(NumberUse.Void, reason: null));
        Assert.Throws<ArgumentException>(() => Entry(NumberUse.Void, reason: " "));
        Assert.Equal("commit failed", Entry(NumberUse.Void, reason: "commit failed").Reason);
        Assert.Null(Entry(NumberUse.Reserved).SubjectId);
    }

    [Fact, Trait("rule", "T37")]
    public void T37_the_number_of_a_deleted_document_keeps_its_subject()
    {
        var entry = Entry(NumberUse.Void, Subject, "entered by mistake");

        Assert.Equal((NumberUse.Void, Subject, "entered by mistake", At), (entry.Use, entry.SubjectId, entry.Reason, entry.At));
        Assert.Equal((Scope, 3L, "需求报告表14061903"), (entry.Scope, entry.Serial, entry.Text));
        Assert.Equal(Entry(NumberUse.Void, Subject, "entered by mistake"), entry);
    }

    [Fact]
    public void Nonsense_is_a_programming_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Entry((NumberUse)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NumberEntry(Scope, -1, "x", NumberUse.Reserved, null, null, At));
        Assert.Throws<ArgumentException>(() => new NumberEntry(default, 1, "x", NumberUse.Reserved, null, null, At));
        Assert.Throws<ArgumentException>(() => new NumberEntry(Scope, 1, "", NumberUse.Reserved, null, null, At));
    }

    private static NumberEntry Entry(NumberUse use, Guid? subject = null, string? reason = null) =>
        new(Scope, 3, "需求报告表14061903", use, subject, reason, At);
}

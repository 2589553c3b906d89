using ClientTracking.Confidentiality;
using NodaTime;
using static ClientTracking.Confidentiality.ConfidentialityLevel;
using static ClientTracking.Core.Tests.Confidentiality.Company;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>What lists show (CL-12), the feedback forms (PT-09), fields with a level of their own, and the readings of the other sources.</summary>
public sealed class ReadingTests
{
    private static readonly AccessFields FeedbackForm = new(Form)
    {
        Level = Secret,
        MinimumRank = Rank.DepartmentHead,
        Department = "management",
        ManagerInCharge = Person("management-head"),
        Participants = [Person("rated")],
    };

    private static readonly Organization WithManagement = new(
        [.. Offices.Offices, new(Person("management-head"), Rank.DepartmentHead, "management"), new(Person("management-supervisor"), Rank.Supervisor, "management")]);

    [Theory, Trait("rule", "CL-12")]
    [InlineData(TopSecret, Visibility.Hidden)]
    [InlineData(Secret, Visibility.Hidden)]
    [InlineData(Confidential, Visibility.Exists)]
    [InlineData(Internal, Visibility.Content)]
    [InlineData(Public, Visibility.Content)]
    public void CL_12_what_a_list_shows_a_stranger(ConfidentialityLevel level, Visibility visibility) =>
        Assert.Equal(visibility, Policy.VisibilityOf(Who("stranger"), new(Contract) { Level = level }, Now));

    [Theory, Trait("rule", "PT-09")]
    [InlineData("president", Visibility.Content)]
    [InlineData("gm", Visibility.Content)]
    [InlineData("management-head", Visibility.Content)]
    [InlineData("management-supervisor", Visibility.Exists)]
    [InlineData("head", Visibility.Exists)]
    [InlineData("rated", Visibility.Exists)]
    [InlineData("stranger", Visibility.Exists)]
    public void PT_09_only_the_head_of_the_management_department_and_above_reads_a_form(string who, Visibility visibility) =>
        Assert.Equal(visibility, Policy.VisibilityOf(Manager(who), FeedbackForm, Now));

    [Fact, Trait("rule", "PT-09")]
    public void PT_09_the_tracking_officer_handles_the_forms_and_the_rated_read_with_that_heads_permission_only()
    {
        var officer = Policy.Decide(Who("stranger", TrackingOfficer), FeedbackForm, AccessAction.Read, Now);
        Assert.Equal((true, "PT-09", Standing.Handler), (officer.IsAllowed, officer.Rule.Value, officer.By));
        Assert.True(Read("rated", "management-head"));
        Assert.False(Read("rated", "president"));
        Assert.Equal("PT-09", Policy.Decide(Manager("gm"), FeedbackForm, AccessAction.Read, Now).Rule.Value);

        static bool Read(string who, string granter) => Policy.Decide(
            Manager(who), FeedbackForm with { Grants = [new(Person(who), Person(granter), Now + Duration.FromDays(1))] }, AccessAction.Read, Now).IsAllowed;
    }

    [Fact, Trait("rule", "PT-09")]
    public void PT_09_a_form_is_born_secret_with_its_minimum_rank()
    {
        var form = Desk.Mark(new(Form), Who("drafter"), Now)!.First.SearchFields([]);
        Assert.Equal((Secret, Rank.DepartmentHead), (form.Level!.Value, form.MinimumRank!.Value));
    }

    [Fact, Trait("rule", "CL-02")]
    public void CL_02_a_field_with_a_higher_level_is_masked_until_the_term_of_the_record_is_over()
    {
        var record = new AccessFields(Contract)
        {
            Level = Confidential,
            ManagerInCharge = Person("manager"),
            Participants = [Person("participant")],
            DeclassifiesAt = Now,
        };
        var before = Now - Duration.FromMilliseconds(1);
        Assert.Equal((Redaction.Mask, "HT-7"), Cells("participant", before));
        Assert.Equal(("1000", "HT-7"), Cells("president", before));
        Assert.Equal((Redaction.Mask, Redaction.Mask), Cells("stranger", before));
        Assert.Equal(("1000", "HT-7"), Cells("stranger", Now));

        (string?, string?) Cells(string who, Instant at)
        {
            var redaction = Redaction.Of(Policy, Who(who), record, at);
            return (redaction.Cell("price", "1000"), redaction.Cell("title", "HT-7"));
        }
    }

    [Fact, Trait("rule", "CL-12")]
    public void CL_12_who_sees_the_header_sees_its_fields_and_a_masked_cell_does_not_tell_whether_there_is_a_value()
    {
        var record = new AccessFields(Contract) { Level = Confidential, Drafter = Person("drafter") };
        var redaction = Redaction.Of(Policy, Who("drafter"), record, Now);
        Assert.Equal((Visibility.Header, "14061903", Redaction.Mask, Redaction.Mask),
            (redaction.Visibility, redaction.Cell("number", "14061903"), redaction.Cell("title", "x"), redaction.Cell("title", null)));
        Assert.Equal(Redaction.Mask, Redaction.Of(Policy, Who("stranger"), record, Now).Cell("number", "14061903"));
    }

    [Fact]
    public void A_visitor_register_is_its_supervisors_alone_and_salespeople_read_it_with_permission()
    {
        var register = new AccessFields(Contract) { Level = Secret, ManagerInCharge = Person("manager") };
        var permitted = register with { Grants = [new(Person("salesperson"), Person("manager"), Now + Duration.FromDays(1))] };
        Assert.Equal((true, false, true), (MayRead("manager", register), MayRead("salesperson", register), MayRead("salesperson", permitted)));
    }

    [Fact]
    public void A_leasing_file_is_read_only_after_the_heads_review_and_the_general_managers_approval_until_it_is_returned()
    {
        var file = Desk.Mark(new(Lease), Who("drafter"), Now)!.First;
        Assert.False(MayRead("participant", file));
        file = file.After(Desk.Request(file, Who("reader"), HandOutForm.Reading, Person("reader"), "renewal", Now));
        Assert.Equal("secrecy.review-missing", Assert.Throws<ClientTracking.Errors.RuleViolationException>(() => Approve(file)).Code);
        Assert.Throws<ClientTracking.Errors.AccessDeniedException>(() => Desk.Review(file, Who("other-head"), 1, Now));
        file = file.After(Desk.Review(file, Who("head"), 1, Now));
        file = file.After(Approve(file));
        Assert.Equal("CF-20", Policy.Decide(Who("reader"), file.SearchFields([]), AccessAction.Read, Now).Rule.Value);
        Assert.False(MayRead("reader", file.After(SecrecyDesk.Return(file, Who("reader"), 1, Now))));

        static ClientTracking.Confidentiality.SecrecyEvent Approve(Classification file) =>
            Desk.Approve(file, Who("gm"), 1, Who("reader"), "J-1", Person("custodian"), file.SearchFields([]), Now);
    }

    [Fact]
    public void A_complaint_file_is_read_by_the_department_head_and_the_general_manager()
    {
        var file = new AccessFields(Contract) { Level = Confidential, MinimumRank = Rank.DepartmentHead, Department = "design" };
        Assert.Equal(["president", "gm", "head"], new[] { "president", "gm", "head", "other-head", "manager", "stranger" }.Where(who => MayRead(who, file)));
    }

    private static Reader Manager(string name) => new(new Actor(Person(name), null), WithManagement);
}

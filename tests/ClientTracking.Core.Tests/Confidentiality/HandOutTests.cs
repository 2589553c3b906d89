using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using static ClientTracking.Confidentiality.ConfidentialityLevel;
using static ClientTracking.Core.Tests.Confidentiality.Company;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>Copies, loans, certificates and custody: CL-06, CL-07, CL-09.</summary>
public sealed class HandOutTests
{
    [Theory, Trait("rule", "CL-06")]
    [InlineData(TopSecret, "gm", false)]
    [InlineData(TopSecret, "vice", true)]
    [InlineData(TopSecret, "president", true)]
    [InlineData(Secret, "gm", true)]
    [InlineData(Secret, "vice", true)]
    [InlineData(Secret, "head", false)]
    [InlineData(Secret, "manager", false)]
    [InlineData(Confidential, "gm", true)]
    [InlineData(Confidential, "head", false)]
    [InlineData(Confidential, "participant", false)]
    public void CL_06_who_approves_a_copy(ConfidentialityLevel level, string who, bool legal)
    {
        var record = Asked(level, "vice");
        if (!legal) Assert.Throws<AccessDeniedException>(() => Approve(record, who, "vice"));
        else Assert.Equal((who, "C-1", level), Decided(Approve(record, who, "vice").HandOuts[0]));

        static (string, string?, ConfidentialityLevel) Decided(HandOut copy) => (copy.DecidedBy!.Value.Value, copy.Number, copy.Level!.Value);
    }

    [Fact, Trait("rule", "CL-06")]
    public void CL_06_the_recipient_must_be_entitled_to_read_and_the_approver_sees_the_header_only_while_asked()
    {
        var record = Asked(Secret, "stranger");
        Assert.Equal(Visibility.Header, See("gm", record));
        Assert.False(MayRead("gm", record));
        Refused("CL-06", "secrecy.recipient-not-entitled", () => Approve(record, "gm", "stranger"));
        Assert.Equal(Visibility.Hidden, See("gm", record.After(Desk.Refuse(record, Who("gm"), 1, Now))));
        Assert.Equal(Visibility.Hidden, See("gm", Asked(TopSecret, "stranger")));
        Assert.Equal(Visibility.Hidden, See("gm", Record(Secret)));
    }

    [Fact, Trait("rule", "CL-06")]
    public void CL_06_a_copy_has_its_own_number_level_custodian_and_return_and_follows_the_original()
    {
        var record = Approve(Asked(Secret, "manager"), "gm", "manager");
        Assert.Equal(("C-1", Secret, "custodian"), (record.HandOuts[0].Number, record.HandOuts[0].Level!.Value, record.HandOuts[0].Custodian!.Value.Value));
        Assert.Equal(TopSecret, record.After(Desk.ChangeLevel(record, Who("vice"), TopSecret, null, "up", Now)).HandOuts[0].Level);
        Assert.True(MayCopy("manager", record));

        Refused("CL-06", "secrecy.no-such-hand-out", () => SecrecyDesk.Return(record, Who("stranger"), 1, Now));
        var back = record.After(SecrecyDesk.Return(record, Who("custodian"), 1, Now));
        Assert.Equal(Now, back.HandOuts[0].ReturnedAt);
        Assert.False(MayCopy("manager", back));
        Refused("CL-06", "secrecy.no-such-hand-out", () => SecrecyDesk.Return(back, Who("custodian"), 1, Now));
    }

    [Fact, Trait("rule", "CL-06")]
    public void CL_06_export_print_and_download_are_copies_also_for_who_may_read_everything()
    {
        Assert.True(MayRead("president", Record(Confidential)));
        Assert.False(MayCopy("president", Record(Confidential)));
        Assert.True(MayCopy("president", Approve(Asked(Confidential, "president"), "president", "president")));
        Assert.True(MayCopy("stranger", Record(Internal)));
        Refused("CL-06", "secrecy.needs-no-approval", () => Desk.Request(Record(Internal), Who("stranger"), HandOutForm.Copy, Person("stranger"), "why", Now));
        Refused("CL-06", "secrecy.reason-missing", () => Desk.Request(Record(Secret), Who("manager"), HandOutForm.Copy, Person("manager"), "", Now));
    }

    [Fact, Trait("rule", "CL-06")]
    public void CL_06_a_copy_is_decided_once_and_two_copies_have_two_numbers()
    {
        var record = Approve(Asked(Secret, "manager"), "gm", "manager");
        Refused("CL-06", "secrecy.no-such-hand-out", () => Approve(record, "gm", "manager"));
        var again = record.After(Desk.Request(record, Who("manager"), HandOutForm.Copy, Person("manager"), "a second one", Now));
        Refused("CL-06", "secrecy.copy-number-taken", () => Approve(again, "gm", "manager", 2));
        Assert.Throws<ArgumentException>(() => Approve(again, "gm", "vice", 2));
    }

    [Theory, Trait("rule", "CL-07")]
    [InlineData(CertificateKind.BusinessLicence, HandOutForm.Copy, "head", true)]
    [InlineData(CertificateKind.OrganisationCode, HandOutForm.Copy, "head", true)]
    [InlineData(CertificateKind.Other, HandOutForm.Copy, "head", false)]
    [InlineData(CertificateKind.BusinessLicence, HandOutForm.Loan, "head", false)]
    [InlineData(CertificateKind.BusinessLicence, HandOutForm.Copy, "other-head", false)]
    [InlineData(CertificateKind.BusinessLicence, HandOutForm.Loan, "gm", true)]
    [InlineData(CertificateKind.Other, HandOutForm.Copy, "gm", true)]
    public void CL_07_certificates_need_the_general_manager_except_copies_of_two(CertificateKind certificate, HandOutForm form, string who, bool legal)
    {
        var record = Desk.Mark(new(Note) { Categories = [RecordCategories.Certificate], Certificate = certificate }, Who("drafter"), Now)!.First;
        record = record.After(Desk.Request(record, Who("stranger"), form, Person("stranger"), "a tender asks for it", Now));
        if (!legal) Assert.Throws<AccessDeniedException>(() => Approve(record, who, "stranger"));
        else Assert.Equal("C-1", Approve(record, who, "stranger").HandOuts[0].Number);
    }

    [Fact, Trait("rule", "CL-09")]
    public void CL_09_a_custodian_is_appointed_by_the_company_and_takes_the_record_over_once()
    {
        var record = Record(Secret);
        Assert.Throws<AccessDeniedException>(() => Desk.AppointCustodian(record, Who("head"), Person("keeper"), Now));
        record = record.After(Desk.AppointCustodian(record, Who("gm"), Person("keeper"), Now));
        Assert.Null(record.Custodian);
        Refused("CL-09", "secrecy.not-appointed", () => SecrecyDesk.TakeOver(record, Who("stranger"), Now));
        record = record.After(SecrecyDesk.TakeOver(record, Who("keeper"), Now));
        Assert.Equal((Person("keeper"), Visibility.Header), (record.Custodian!.Value, See("keeper", record)));
        Refused("CL-09", "secrecy.not-appointed", () => SecrecyDesk.TakeOver(record, Who("keeper"), Now));

        record = record.After(Desk.AppointCustodian(record, Who("gm"), Person("next"), Now));
        Assert.Equal(Person("keeper"), record.Custodian);
        record = record.After(SecrecyDesk.TakeOver(record, Who("next"), Now));
        Assert.Equal((Visibility.Hidden, Visibility.Header, 2), (See("keeper", record), See("next", record), record.Custodies.Length));
    }

    private static Classification Asked(ConfidentialityLevel level, string recipient)
    {
        var record = Record(level);
        return record.After(Desk.Request(record, Who("stranger"), HandOutForm.Copy, Person(recipient), "cannot be avoided", Now));
    }

    private static Classification Approve(Classification record, string who, string recipient, int id = 1) =>
        record.After(Desk.Approve(record, Who(who), id, Who(recipient), "C-1", Person("custodian"), record.SearchFields([Person("participant")]), Now));

    private static bool MayCopy(string who, Classification record) => Policy.Decide(Who(who), record.SearchFields([]), AccessAction.Copy, Now).IsAllowed;

    private static Visibility See(string who, Classification record) => Policy.VisibilityOf(Who(who), record.SearchFields([]), Now);

    private static void Refused(string rule, string code, Action order)
    {
        var refused = Assert.Throws<RuleViolationException>(order);
        Assert.Equal((rule, code), (refused.Rule.Value, refused.Code));
    }
}

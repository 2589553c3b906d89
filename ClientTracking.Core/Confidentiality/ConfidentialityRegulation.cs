using System.Collections.Immutable;
using static ClientTracking.Confidentiality.ConfidentialityLevel;
using static ClientTracking.Confidentiality.RecordCategories;
using static ClientTracking.Confidentiality.Standing;

namespace ClientTracking.Confidentiality;

/// <summary>The confidentiality regulation as published: CL-01 to CL-12 as data. A host adds its kinds with <c>with</c>.</summary>
public static class ConfidentialityRegulation
{
    /// <summary>The name hosts configure it by.</summary>
    public const string Name = "Confidentiality";

    /// <summary>The regulation. Who may name people for a higher level may for a lower one too; <see cref="Strict"/> is the other reading.</summary>
    public static ConfidentialityRules Published { get; } = new()
    {
        Levels =
        [
            new(TopSecret)
            {
                Readers = Granted,
                Granters = Leadership,
                Listing = Listing.Withheld,
                HandOut = new("CL-06", Leadership),
            },
            new(Secret)
            {
                Readers = ManagerInCharge | Granted | MinimumRank,
                Granters = ManagerInCharge | Leadership,
                Listing = Listing.Withheld,
                HandOut = new("CL-06", GeneralManager),
            },
            new(Confidential)
            {
                Readers = Participant | Granted | MinimumRank,
                Granters = DepartmentHead | ManagerInCharge | Leadership,
                HeaderReaders = Drafter | Custodian | DepartmentHead | ManagerInCharge | Approver,
                Listing = Listing.Redacted,
                HandOut = new("CL-06", GeneralManager),
            },
        ],
        Categories =
        [
            new(ImportantDecision, TopSecret),
            .. Default(Secret, AnnualPlan, FinanceReport, Statistics, ImportantMinutes, OperatingFigures, ManufacturerData, ClientFeedback),
            .. Default(Confidential, Contract, PersonnelFile, Pay, Unpublished, Certificate, ClientFile, SupplySource, Strategy, FeasibilityOrAudit),
            new(General, Internal),
        ],
        Certificates = new("CL-07", GeneralManager) { OnlyToReaders = false },
        LicenceCopies = new("CL-07", GeneralManager | DepartmentHead) { OnlyToReaders = false },
    };

    /// <summary>
    /// The regulation read by the letter of CL-04: at each level only those it mentions name people, president and vice presidents at TopSecret
    /// alone.
    /// </summary>
    public static ConfidentialityRules Strict { get; } = Published with
    {
        Levels =
        [
            .. Published.Levels.Select(rule => rule with
            {
                Granters = rule.Level switch { TopSecret => Leadership, Secret => ManagerInCharge, _ => DepartmentHead },
            }),
        ],
    };

    /// <summary>
    /// The secrecy of client feedback forms (PT-09): Secret, readable from the head of the management department upwards, redacted in lists.
    /// </summary>
    /// <param name="kind">The kind of the forms.</param>
    /// <param name="trackingOfficer">The role of the tracking officers, who handle the forms.</param>
    /// <remarks>The head of the management department is to be named as manager in charge; only that head gives permissions.</remarks>
    public static KindSecrecy FeedbackForms(SubjectKind kind, Role trackingOfficer) => new(kind, "PT-09")
    {
        Categories = [ClientFeedback],
        MinimumRank = Rank.DepartmentHead,
        HandlerRoles = [trackingOfficer],
        Levels =
        [
            Published.Levels[1] with
            {
                Readers = ManagerInCharge | Granted | MinimumRank | Handler,
                Granters = ManagerInCharge,
                Listing = Listing.Redacted,
            },
        ],
    };

    private static IEnumerable<CategoryLevel> Default(ConfidentialityLevel level, params ImmutableArray<string> categories) =>
        categories.Select(category => new CategoryLevel(category, level));
}

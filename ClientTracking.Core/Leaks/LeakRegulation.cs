using ClientTracking.Confidentiality;
using ClientTracking.Regulations;

namespace ClientTracking.Leaks;

/// <summary>The part of the confidentiality regulation that runs as a process: leaks and what is done about them (CL-10, CL-13).</summary>
public static class LeakRegulation
{
    /// <summary>As published: the grace of CL-10 is elapsed time, also outside business hours. An incident is Confidential, for those concerned.</summary>
    public static Regulation Published { get; } = new RegulationBuilder(ConfidentialityRegulation.Name)
        .Owe("CL-10", "向总公司领导报告泄密", "report the leak to the head office's leadership")
            .By(LeakRoles.Discoverer).On("leak.discovered").DoneBy("leak.reported").Until("30min")
        .Protect(ConfidentialityRegulation.Published with
        {
            Kinds = [new(LeakKind.Name, "CL-10") { Categories = [RecordCategories.Unpublished] }],
        })
        .Build();
}

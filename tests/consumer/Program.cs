using ClientTracking;
using ClientTracking.DependencyInjection;
using ClientTracking.Requirements;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

var services = new ServiceCollection()
    .AddClientTracking(tracking => tracking
        .AddRegulation(RegulationPresets.RequirementFollowUp)
        .UseCalendar(WorkCalendars.China)
        .UseTenant(new TenantId("consumer"))
        .UseActors<Collector>())
    .BuildServiceProvider();
using var scope = services.CreateScope();
var tracker = scope.ServiceProvider.GetRequiredService<ITracker>();
var form = new RequirementForm
{
    Type = RequirementType.NewFeature,
    Source = RequirementSource.App,
    Requester = new Requester("沈院"),
    ClientWords = "希望能在手机上看",
};
var reported = await tracker.SendAsync(new ReportRequirement(form, SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(1)));
var registered = await tracker.SendAsync(new RegisterRequirement(reported.Requirement, "手机 病友圈"));
Console.WriteLine(registered.Number);
return registered.Number.StartsWith("需求报告表", StringComparison.Ordinal) && registered.Bare.EndsWith("01", StringComparison.Ordinal) ? 0 : 1;

internal sealed class Collector : IActorProvider
{
    public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) =>
        new(new Actor(new PersonId("陈小美"), "资讯部", RequirementRoles.Collector));
}

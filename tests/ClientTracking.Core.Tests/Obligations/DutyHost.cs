using ClientTracking.Core.Tests.Tracking;
using ClientTracking.DependencyInjection;
using ClientTracking.Obligations;
using ClientTracking.Regulations;

namespace ClientTracking.Core.Tests.Obligations;

internal static class DutyHost
{
    /// <summary>A host that runs one duty, on Monday 2026-03-02 at 10:00 in Shanghai.</summary>
    public static TestHost Of(string deadline, Action<ObligationRuleBuilder>? rule = null, Action<ClientTrackingBuilder>? configure = null) => new TestHost(tracking =>
    {
        tracking.AddKind(DutyKind.Instance).AddRegulation(DutyKind.Published(deadline, rule));
        configure?.Invoke(tracking);
    }).At("2026-03-02 10:00");

    public static Task<SubjectId> Opened(this TestHost host) => host.As("张三", DutyKind.Clerk).Send(new Happen("opened"));

    public static async Task<Obligation> Duty(this TestHost host, SubjectId id) => (await host.Stored(id)).Obligations[^1];
}

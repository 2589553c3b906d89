using System.Globalization;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Samples.Story;
using ClientTracking.Storage.EfCore;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ClientTracking.Samples.Secrets;

/// <summary>A Secret requirement: somebody tries to get at it, is refused and logged; then the log is tampered with, and that is found.</summary>
internal sealed class SecretsStory(ServiceProvider services, TextWriter output)
{
    private readonly Stage _stage = services.GetRequiredService<Stage>();

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        _stage.Now = Instant.FromUtc(2026, 3, 11, 2, 0);
        var id = (await As("李小四", "推广部", tracker => tracker.SendAsync(new ReportRequirement(Form, _stage.Now), cancellationToken))).Requirement;
        await As("孙部长", "推广部", tracker => tracker.SendAsync(new ChangeLevel(id, ConfidentialityLevel.Secret, new(2026, 12, 31), "收购谈判"), cancellationToken));
        await As("赵董", null, tracker => tracker.SendAsync(new NameManagerInCharge(id, new PersonId("钱经理")), cancellationToken));
        await As("钱经理", "策划部", tracker => tracker.SendAsync(new GrantAccess(id, new PersonId("王工"), new(2026, 3, 31)), cancellationToken));
        await output.WriteLineAsync(Words.SecretMade);

        await TryAsync("王工", id, cancellationToken);
        await TryAsync("周某", id, cancellationToken);

        await output.WriteLineAsync(Words.SecretLog);
        await using var scope = services.CreateAsyncScope();
        var audit = scope.ServiceProvider.GetRequiredService<AccessLogAudit>();
        await foreach (var entry in audit.ReadAsync(SecretsHost.Tenant, id, cancellationToken))
            await output.WriteLineAsync(Words.SecretEntry(entry));
        await VerifyAsync(audit, id, cancellationToken);

        await output.WriteLineAsync(Words.SecretTampered);
        await scope.ServiceProvider.GetRequiredService<ClientTrackingDbContext>().Database.ExecuteSqlRawAsync(
            "UPDATE client_tracking_access_log SET person = '钱经理' WHERE person = '周某'", cancellationToken);
        await VerifyAsync(audit, id, cancellationToken);
    }

    private async Task TryAsync(string person, SubjectId id, CancellationToken cancellationToken)
    {
        var read = await As(person, null, tracker => tracker.QueryAsync(new GetSubject<Requirement>(id), cancellationToken));
        var listed = await As(person, null, tracker => tracker.QueryAsync(new ListSubjects(new()), cancellationToken));
        await output.WriteLineAsync(Words.SecretRead(person, read?.State.Form.ClientWords, listed.Items.Length));
        try
        {
            await As(person, null, tracker => tracker.SendAsync(new GrantAccess(id, new PersonId("外人"), new(2026, 3, 31)), cancellationToken));
        }
        catch (ClientTrackingException refused)
        {
            await output.WriteLineAsync(Words.SecretRefused(person, refused.Message.Replace(id.ToString(), "…", StringComparison.Ordinal)));
        }
    }

    private async Task VerifyAsync(AccessLogAudit audit, SubjectId id, CancellationToken cancellationToken)
    {
        var verified = await audit.VerifyAsync(SecretsHost.Tenant, id, cancellationToken: cancellationToken);
        await output.WriteLineAsync(Words.SecretVerified(verified.IsIntact));
        foreach (var line in verified.Describe(CultureInfo.CurrentUICulture).Split('\n')) await output.WriteLineAsync($"  {line}");
    }

    private async Task<T> As<T>(string person, string? department, Func<ITracker, Task<T>> act)
    {
        _stage.Now += Duration.FromMinutes(1);
        _stage.Who = new Actor(new PersonId(person), department);
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<ITracker>());
    }

    private static RequirementForm Form => new()
    {
        Type = RequirementType.NewFeature,
        Source = RequirementSource.App,
        Requester = new Requester("沈院"),
        ClientWords = "收购前先不要对外说",
    };
}

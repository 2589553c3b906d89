using ClientTracking.Confidentiality;
using NodaTime;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>Finds out what somebody may know; where no regulation says who may know what, nothing is asked and everybody may.</summary>
internal sealed class Readers(TrackingModel model, IOrganizationProvider organizations, AccessRecorder log)
{
    public ValueTask<Clearance?> FindAsync(TenantId tenant, Actor actor, Instant now, CancellationToken cancellationToken) =>
        model.IsConfidential ? AskAsync(tenant, actor, now, cancellationToken) : default;

    private async ValueTask<Clearance?> AskAsync(TenantId tenant, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        var organization = await organizations.GetOrganizationAsync(tenant, cancellationToken).ConfigureAwait(false);
        return new(model, new Reader(actor, organization), now, (subject, decision, cancel) => log.RecordAsync(tenant, subject, decision, cancel));
    }
}

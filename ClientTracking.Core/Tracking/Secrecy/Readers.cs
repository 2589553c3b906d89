using ClientTracking.Confidentiality;
using NodaTime;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>Finds out what somebody may know; where no regulation says who may know what, nothing is asked and everybody may.</summary>
internal sealed class Readers(TrackingModel model, IOrganizationProvider organizations)
{
    public async ValueTask<Clearance?> FindAsync(TenantId tenant, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        if (!model.IsConfidential) return null;
        var organization = await organizations.GetOrganizationAsync(tenant, cancellationToken).ConfigureAwait(false);
        return new(model, new Reader(actor, organization), now);
    }
}

using ClientTracking.Errors;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientTracking.DependencyInjection;

/// <summary>Reports every fault of the configuration in one message.</summary>
internal sealed class ClientTrackingOptionsValidator(
    IServiceProviderIsService services, IOptions<Registrations> registrations) : IValidateOptions<ClientTrackingOptions>
{
    public ValidateOptionsResult Validate(string? name, ClientTrackingOptions options)
    {
        var faults = new FaultList();
        if (!services.IsService(typeof(IActorProvider))) faults.Add("Actors", "options.actors-missing");
        if (!services.IsService(typeof(ITenantProvider))) faults.Add("Tenant", "options.tenant-missing");
        ModelFactory.Regulations(options, registrations.Value, faults);
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults.Found.Select(fault => fault.ToString())) : ValidateOptionsResult.Success;
    }
}

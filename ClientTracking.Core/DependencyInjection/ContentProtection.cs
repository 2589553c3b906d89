using ClientTracking.Confidentiality;
using ClientTracking.Storage;
using ClientTracking.Storage.Protection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClientTracking.DependencyInjection;

/// <summary>Makes the store that a host has chosen in front of which its protector stands, where it has one.</summary>
/// <param name="store">How the store itself is made.</param>
internal sealed class ContentProtection(ServiceDescriptor store)
{
    /// <summary>Without a protector, and where one is in front already, nothing changes.</summary>
    internal static void PutInFront(IServiceCollection services)
    {
        var store = services.Last(service => service.ServiceType == typeof(ITrackingStore));
        if (store.ImplementationFactory?.Target is ContentProtection || services.All(service => service.ServiceType != typeof(IContentProtector))) return;
        services.Replace(new ServiceDescriptor(typeof(ITrackingStore), new ContentProtection(store).Create, store.Lifetime));
    }

    private ProtectedStore Create(IServiceProvider provider) => new(
        (ITrackingStore)(store.ImplementationInstance ?? store.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, store.ImplementationType!)),
        provider.GetRequiredService<IContentProtector>());
}

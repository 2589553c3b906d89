using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using ClientTracking.Confidentiality;
using ClientTracking.Regulations;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClientTracking.DependencyInjection;

/// <summary>Configures the engine inside <c>AddClientTracking</c>. Every call may be repeated; the last word counts.</summary>
public sealed class ClientTrackingBuilder
{
    internal ClientTrackingBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services, for adapters.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IServiceCollection Services { get; }

    /// <summary>Runs a shipped regulation with its kinds.</summary>
    public ClientTrackingBuilder AddRegulation(RegulationPreset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        foreach (var kind in preset.Kinds) AddKind(kind);
        foreach (var followUp in preset.FollowUps) AddFollowUp(followUp);
        return AddRegulation(preset.Regulation);
    }

    /// <summary>
    /// Runs a regulation of the host's own, or a shipped one as changed in code; the same name and version replaces. New subjects are opened
    /// under the latest version; keep earlier ones registered as long as subjects opened under them are alive.
    /// </summary>
    public ClientTrackingBuilder AddRegulation(Regulation regulation)
    {
        ArgumentNullException.ThrowIfNull(regulation);
        return Register(registrations =>
        {
            registrations.Regulations.RemoveAll(same => (same.Name, same.Version) == (regulation.Name, regulation.Version));
            registrations.Regulations.Add(regulation);
        });
    }

    /// <summary>Adds a kind of subject of the host's own.</summary>
    public ClientTrackingBuilder AddKind(KindDefinition kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Register(registrations =>
        {
            registrations.Kinds.RemoveAll(same => same.StateType == kind.StateType);
            registrations.Kinds.Add(kind);
        });
    }

    /// <summary>Adds what follows on one subject from what happens on another; one of each type.</summary>
    public ClientTrackingBuilder AddFollowUp(FollowUp followUp)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        return Register(registrations =>
        {
            registrations.FollowUps.RemoveAll(same => same.GetType() == followUp.GetType());
            registrations.FollowUps.Add(followUp);
        });
    }

    /// <summary>Asks the host's service who stands in for somebody when a duty arises.</summary>
    public ClientTrackingBuilder UseSubstitutes<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, ISubstitutes
    {
        Services.Replace(ServiceDescriptor.Scoped<ISubstitutes, T>());
        return this;
    }

    /// <summary>Counts every tenant's periods on one calendar.</summary>
    public ClientTrackingBuilder UseCalendar(WorkCalendar calendar) => UseCalendar(_ => calendar);

    /// <summary>Counts each tenant's periods on a calendar of its own.</summary>
    public ClientTrackingBuilder UseCalendar(Func<TenantId, WorkCalendar> calendarOf)
    {
        ArgumentNullException.ThrowIfNull(calendarOf);
        return Register(registrations => registrations.CalendarOf = calendarOf);
    }

    /// <summary>Says that the host works for one company only.</summary>
    public ClientTrackingBuilder UseTenant(TenantId tenant)
    {
        Services.Replace(ServiceDescriptor.Singleton<ITenantProvider>(new SingleTenant(tenant)));
        return this;
    }

    /// <summary>Asks the host's service for which company it is working.</summary>
    public ClientTrackingBuilder UseTenants<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, ITenantProvider
    {
        Services.Replace(ServiceDescriptor.Scoped<ITenantProvider, T>());
        return this;
    }

    /// <summary>Asks the host's service who is acting.</summary>
    public ClientTrackingBuilder UseActors<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IActorProvider
    {
        Services.Replace(ServiceDescriptor.Scoped<IActorProvider, T>());
        return this;
    }

    /// <summary>Says that one and the same person always acts: for tests, tools and imports.</summary>
    public ClientTrackingBuilder UseActor(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        Services.Replace(ServiceDescriptor.Singleton<IActorProvider>(new SingleActor(actor)));
        return this;
    }

    /// <summary>Asks the host's service who holds which office; without one nobody holds any, which closes what is secret.</summary>
    public ClientTrackingBuilder UseOrganization<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IOrganizationProvider
    {
        Services.Replace(ServiceDescriptor.Scoped<IOrganizationProvider, T>());
        return this;
    }

    /// <summary>Signs every entry of the access logs, so that nobody without the key can compute a log anew.</summary>
    /// <param name="key">The key to sign with; it must not lie where the logs lie.</param>
    /// <param name="former">Keys that earlier entries are signed with.</param>
    public ClientTrackingBuilder SignAccessLogs(LogKey key, params LogKey[] former) => Register(registrations =>
    {
        registrations.LogKeys.Clear();
        registrations.LogKeys.AddRange([key, .. former]);
    });

    /// <summary>Offers the head of an access log to the host's service after each entry.</summary>
    public ClientTrackingBuilder AnchorAccessLogs<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IAccessLogAnchor
    {
        Services.TryAddEnumerable(ServiceDescriptor.Scoped<IAccessLogAnchor, T>());
        return this;
    }

    /// <summary>Keeps the content of TopSecret records encrypted in the store (静态加密); without a call nothing is, and it costs nothing.</summary>
    /// <param name="protector">Encrypts and decrypts, for example an <see cref="AesGcmContentProtector"/> with the host's keys.</param>
    /// <remarks><see cref="Storage.Protection.ProtectedStore"/> says what of a record is encrypted and when.</remarks>
    public ClientTrackingBuilder ProtectContent(IContentProtector protector)
    {
        ArgumentNullException.ThrowIfNull(protector);
        Services.Replace(ServiceDescriptor.Singleton(protector));
        return this;
    }

    /// <summary>Keeps the content of TopSecret records encrypted by the host's service, which has the keys.</summary>
    public ClientTrackingBuilder ProtectContent<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, IContentProtector
    {
        Services.Replace(ServiceDescriptor.Singleton<IContentProtector, T>());
        return this;
    }

    /// <summary>Hands every notice to this action, besides the handlers already added; several notices may come at the same time.</summary>
    public ClientTrackingBuilder AddNoticeHandler(Action<Notice> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        Services.AddSingleton<INoticeHandler>(new ActionHandler(handle));
        return this;
    }

    /// <summary>Hands every notice to this handler of the host's, besides those already added.</summary>
    public ClientTrackingBuilder AddNoticeHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : class, INoticeHandler
    {
        Services.TryAddEnumerable(ServiceDescriptor.Scoped<INoticeHandler, T>());
        return this;
    }

    /// <summary>Sweeps and delivers in the background of the host, without the host calling <see cref="TrackingWork.RunDueAsync"/>.</summary>
    public ClientTrackingBuilder RunInBackground()
    {
        Services.AddHostedService<BackgroundWork>();
        return this;
    }

    /// <summary>Sets options in code.</summary>
    public ClientTrackingBuilder Configure(Action<ClientTrackingOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Reads options and changes of regulations from a configuration section.</summary>
    public ClientTrackingBuilder Configure(IConfiguration section)
    {
        Services.Configure<ClientTrackingOptions>(section);
        return this;
    }

    private ClientTrackingBuilder Register(Action<Registrations> register)
    {
        Services.Configure(register);
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => base.GetHashCode();

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string? ToString() => base.ToString();

    private sealed class SingleTenant(TenantId tenant) : ITenantProvider
    {
        public ValueTask<TenantId> GetTenantAsync(CancellationToken cancellationToken) => new(tenant);
    }

    private sealed class SingleActor(Actor actor) : IActorProvider
    {
        public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) => new(actor);
    }

    private sealed class ActionHandler(Action<Notice> handle) : INoticeHandler
    {
        public Task HandleAsync(Notice notice, CancellationToken cancellationToken)
        {
            handle(notice);
            return Task.CompletedTask;
        }
    }
}

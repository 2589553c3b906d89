using System.Collections.Immutable;
using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Persons;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace ClientTracking.Storage.Conformance.Records;

/// <summary>The engine on a store, for clients who report what they want themselves and an officer who has them erased.</summary>
internal sealed class PersonHost : IAsyncDisposable
{
    internal const string Officer = "保护负责人", Why = "本人要求";
    internal static readonly Instant Now = Instant.FromUtc(2014, 6, 19, 2, 0);
    private static readonly CommandId Erasure = new("erasure-1");

    private readonly ServiceProvider _services;
    private readonly SettableActor _actor = new();
    private readonly ITrackingStore _store;
    private readonly TenantId _tenant;

    internal PersonHost(ITrackingStore store, TenantId tenant)
    {
        (_store, _tenant) = (store, tenant);
        _services = new ServiceCollection()
            .AddSingleton<IClock>(new FakeClock(Now)).AddSingleton<IActorProvider>(_actor).AddSingleton(store)
            .AddClientTracking(tracking => tracking
                .AddRegulation(RegulationPresets.RequirementFollowUp).UseCalendar(WorkCalendars.China).UseTenant(tenant))
            .BuildServiceProvider();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal PersonHost As(string person)
    {
        _actor.Is(new(person), RequirementRoles.Collector, RequirementRoles.PersonalInformationOfficer);
        return this;
    }

    internal async Task<SubjectId> ReportAsync(Requester requester, string words) => (await SendAsync(new ReportRequirement(
        new() { Type = RequirementType.NewFeature, Source = RequirementSource.App, Requester = requester, ClientWords = words }, Now))).Requirement;

    /// <summary>What a client reported, registered by the staff; nothing is owed by the client.</summary>
    internal async Task<SubjectId> RegisteredAsync(string account, string name, string words)
    {
        var id = await As("staff-1").ReportAsync(new Requester(name, "一院", Account: account), words);
        await SendAsync(new RegisterRequirement(id, words[..Math.Min(words.Length, 50)]));
        return id;
    }

    /// <summary>What a client reported in person, with everything said about it, until it was withdrawn.</summary>
    internal async Task<SubjectId> WithdrawnAsync(string account, string name, string words)
    {
        var id = await As(account).ReportAsync(new Requester(name, "一院", "儿科", account), words);
        await SendAsync(new AnswerSupplement(id, new("能简化哪些工作（为什么需要）？", words)));
        await As("staff-1").SendAsync(new RegisterRequirement(id, words));
        await SendAsync(new AwaitRequester(id, $"等{name}回复"));
        await As(account).SendAsync(new AnswerSupplement(id, new("是否见过类似功能，在哪个软件？", words)));
        await As("staff-1").SendAsync(new EnterRequesterAnswer(id));
        await SendAsync(new WithdrawRequirement(id, $"{name}不需要了"));
        return id;
    }

    internal Task<ErasedPerson> EraseAsync(string person) => As(Officer).SendAsync(new ErasePerson(person, Why) { CommandId = Erasure });

    internal async Task<T> SendAsync<T>(ICommand<T> command)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITracker>().SendAsync(command, Cancel);
    }

    internal async Task<T> PersistAsync<T>(ICommand<T> command)
    {
        while (true)
            try
            {
                return await SendAsync(command);
            }
            catch (ConcurrencyConflictException)
            {
                Cancel.ThrowIfCancellationRequested();
            }
    }

    /// <summary>All pages of what is held, two records a page.</summary>
    internal async Task<ImmutableArray<HeldText>> ExportAsync(string person)
    {
        As(Officer);
        var held = ImmutableArray.CreateBuilder<HeldText>();
        var query = new ExportPerson(person) { Take = 2 };
        do
        {
            await using var scope = _services.CreateAsyncScope();
            var page = await scope.ServiceProvider.GetRequiredService<ITracker>().QueryAsync(query, Cancel);
            held.AddRange(page.Items);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return held.ToImmutable();
    }

    internal async Task<SubjectRecord> FindAsync(SubjectId id)
    {
        await using var session = _store.OpenSession(_tenant);
        return (await session.FindAsync(id, Cancel))!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class SettableActor : IActorProvider
    {
        private Actor _actor = Actor.System;

        internal void Is(PersonId person, params ImmutableArray<Role> roles) => _actor = new(person, null, roles);

        public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) => new(_actor);
    }
}

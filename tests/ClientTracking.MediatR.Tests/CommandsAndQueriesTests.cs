using ClientTracking.Errors;
using ClientTracking.Requirements;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ClientTracking.MediatR.Tests;

public sealed class CommandsAndQueriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("rule", "RF-13")]
    public async Task Requirement_goes_from_report_to_register_through_the_mediator()
    {
        await using var host = Host.Start();
        await using var scope = host.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();

        var reported = await mediator.Send(Tracked.Command(Host.Report("能不能在手机上看到检验报告")), Stop);
        var registered = await mediator.Send(Tracked.Command(new RegisterRequirement(reported.Requirement, "手机 检验报告")), Stop);
        var register = await mediator.Send(Tracked.Query(new RequirementRegister()), Stop);

        Assert.Equal("需求报告表14061901", registered.Number);
        var row = Assert.Single(register.Items);
        Assert.Equal(("14061901", "周医生", "手机 检验报告"), (row.Number, row.Requester, row.Gist));
    }

    [Fact]
    public async Task Refusals_of_the_engine_come_through_unchanged()
    {
        await using var host = Host.Start();
        await using var scope = host.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();

        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => mediator.Send(Tracked.Command(Host.Report(" ")), Stop));

        Assert.Equal("form.clientWords", Assert.Single(refused.Faults).Path);
        Assert.Empty((await mediator.Send(Tracked.Query(new RequirementRegister()), Stop)).Items);
    }

    [Fact]
    public async Task Behaviours_of_the_host_see_commands_with_their_type()
    {
        var seen = new List<object>();
        await using var host = Host.Start(services => services
            .AddSingleton(seen)
            .AddScoped<IPipelineBehavior<SendCommand<Reported>, Reported>, Watch>());
        await using var scope = host.CreateAsyncScope();
        var report = Host.Report("挂号排队太久");

        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(Tracked.Command(report), Stop);

        Assert.Same(report, Assert.Single(seen));
    }

    [Fact]
    public async Task Requests_of_the_host_keep_their_own_handlers()
    {
        await using var host = Host.Start(services => services.AddScoped<IRequestHandler<Ping, string>, PingHandler>());
        await using var scope = host.CreateAsyncScope();

        Assert.Equal("pong", await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Ping(), Stop));
    }

    [Fact]
    public async Task Request_nobody_handles_is_still_refused_as_such()
    {
        await using var host = Host.Start();
        await using var scope = host.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => mediator.Send(new Ping(), Stop));

        Assert.Contains("Register your handlers", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Envelopes_refuse_nothing_to_send()
    {
        Assert.Throws<ArgumentNullException>(() => Tracked.Command<Reported>(null!));
        Assert.Throws<ArgumentNullException>(() => Tracked.Query<int>(null!));
        Assert.Throws<ArgumentNullException>(() => new NoticeReceived(null!));
    }

    private sealed class Watch(List<object> seen) : IPipelineBehavior<SendCommand<Reported>, Reported>
    {
        public Task<Reported> Handle(SendCommand<Reported> request, CancellationToken cancellationToken, RequestHandlerDelegate<Reported> next)
        {
            seen.Add(request.Command);
            return next();
        }
    }

    private sealed record Ping : IRequest<string>;

    private sealed class PingHandler : IRequestHandler<Ping, string>
    {
        public Task<string> Handle(Ping request, CancellationToken cancellationToken) => Task.FromResult("pong");
    }
}

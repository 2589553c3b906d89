using System.Globalization;
using ClientTracking.Errors;
using ClientTracking.Samples.Input;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ClientTracking.Samples.Story;

/// <summary>Plays a file of actions: sets clock and actor for each line, sends it, reports what is wrong and goes on.</summary>
internal sealed class StoryPlayer(IServiceScopeFactory scopes, Stage stage, TextWriter complaints)
{
    private readonly Known _known = new();

    /// <summary>How many actions the engine has carried out, now or earlier.</summary>
    public int Done { get; private set; }

    /// <summary>How many lines were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>When the last action happened; none where no line could be read.</summary>
    public Instant? Last { get; private set; }

    public async Task PlayAsync(Stream file, CancellationToken cancellationToken)
    {
        foreach (var (number, line) in JsonLines.Read(file))
        {
            var faults = await TryAsync(number, line, cancellationToken);
            if (faults.Count == 0) Done++;
            else Refused++;
            foreach (var fault in faults) await complaints.WriteLineAsync(fault);
        }
    }

    /// <summary>Sends one line; answers with what is wrong with it, fault by fault.</summary>
    private async Task<IReadOnlyList<string>> TryAsync(int number, ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        var id = "";
        try
        {
            using var document = JsonLines.Parse(text);
            var line = ActionLine.Read(new Fields(document.RootElement));
            id = line.Id.Value;
            (stage.Now, stage.Who) = (line.At, line.Who);
            // One scope a command, as a web host has one a request.
            await using var scope = scopes.CreateAsyncScope();
            await new ActionSender(scope.ServiceProvider.GetRequiredService<ITracker>(), _known).SendAsync(line, cancellationToken);
            Last = Last is { } last ? Instant.Max(last, line.At) : line.At;
            return [];
        }
        catch (InputException e)
        {
            return [Words.AtField(number, e.Path) + e.Message];
        }
        catch (InvalidRequestException e)
        {
            return [.. e.Faults.Select(fault => Words.AtField(number, fault.Path) + fault.Text(CultureInfo.CurrentUICulture))];
        }
        catch (ClientTrackingException e) when (e is RuleViolationException or AccessDeniedException)
        {
            return [Words.AtCommand(number, id) + e.Message];
        }
    }
}

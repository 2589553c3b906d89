using System.Diagnostics;
using System.Threading.Channels;

namespace ClientTracking.Crash.Tests;

/// <summary>A host in a process of its own, which can be killed at any instant.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Task _reading;

    private HostProcess(Process process) => (_process, _reading) = (process, ReadAsync(process));

    /// <summary>Every line it has said so far but that it is ready.</summary>
    internal List<string> Said { get; } = [];

    /// <summary>Starts one, and waits until it is connected and warm.</summary>
    internal static async Task<HostProcess> StartAsync(CrashStore store)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ClientTracking.CrashHost.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, store.Product, store.Connection])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        })!;
        var host = new HostProcess(process);
        await host.ReadyAsync();
        return host;
    }

    /// <summary>Tells it what to do next.</summary>
    internal void Tell(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits until it is done with what it was told.</summary>
    internal async Task ReadyAsync()
    {
        while (await NextAsync() is { } line)
            if (line == "READY") return;
        throw new InvalidOperationException($"The host ended: {await _process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Waits until it says something; null: it has ended.</summary>
    internal async Task<string?> NextAsync()
    {
        if (!await _lines.Reader.WaitToReadAsync(TestContext.Current.CancellationToken)) return null;
        if (!_lines.Reader.TryRead(out var line)) return null;
        if (line != "READY") Said.Add(line);
        return line;
    }

    /// <summary>SIGKILL: it runs no further statement. What it said before that counts.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _reading;
        while (_lines.Reader.TryRead(out var line)) Said.Add(line);
    }

    /// <summary>The rest of each line that begins with this word.</summary>
    internal IEnumerable<string[]> Heard(string word) => Said.Where(line => line.StartsWith(word + ' ', StringComparison.Ordinal)).Select(line => line.Split(' ')[1..]);

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    /// <summary>A line without its end was not said: the process was killed while it wrote.</summary>
    private async Task ReadAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line) _lines.Writer.TryWrite(line);
        _lines.Writer.Complete();
    }
}

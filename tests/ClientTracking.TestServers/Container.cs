using System.Diagnostics;

namespace ClientTracking.TestServers;

/// <summary>A server in a container of Docker, for a machine that has nothing else; removed when this process ends, however it ends.</summary>
/// <remarks>Written where no Docker answers: the commands are Docker's documented ones, but no container has been started by them yet.</remarks>
internal sealed class Container
{
    private static readonly Lazy<bool> TheAnswer =
        new(() => Task.Run(() => RunAsync("version", "--format", "{{.Server.Version}}")).GetAwaiter().GetResult().ExitCode == 0);

    private readonly string _id;

    private Container(string id, string address) => (_id, Address) = (id, address);

    /// <summary>Whether the program <c>docker</c> is there and reaches its daemon.</summary>
    internal static bool IsPossible => TheAnswer.Value;

    /// <summary>Host and port at which this machine reaches the server.</summary>
    internal string Address { get; }

    /// <summary>Starts one; the image is pulled where it is not there yet. That the server accepts connections is for the caller to await.</summary>
    /// <param name="port">The server's own port, published at a free one of this machine.</param>
    /// <param name="options">Options of <c>docker run</c>, the image, and the server's own arguments.</param>
    internal static async Task<Container> StartAsync(int port, params string[] options)
    {
        var id = await DemandAsync(["run", "--rm", "--detach", "--publish", $"127.0.0.1::{port}", .. options]);
        Watch(id);
        return new(id, await DemandAsync("port", id, $"{port}/tcp"));
    }

    /// <summary>Runs a program in it.</summary>
    internal Task ExecuteAsync(params string[] command) => DemandAsync(["exec", _id, .. command]);

    private static async Task<string> DemandAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);
        return exitCode == 0 ? output.Trim() : throw new InvalidOperationException($"docker {string.Join(' ', arguments)} ended with {exitCode}: {error.Trim()}");
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        // By the shell, which says with 127 that there is no such program.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec docker \"$@\"", "sh", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>When this process ends, the pipe to the watcher closes.</summary>
    private static void Watch(string id) => Process.Start(new ProcessStartInfo(
        "/bin/sh", ["-c", "trap '' INT TERM HUP; cat > /dev/null; docker rm --force --volumes \"$1\" > /dev/null 2>&1", "sh", id])
    {
        RedirectStandardInput = true,
    });
}

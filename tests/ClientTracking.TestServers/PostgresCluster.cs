using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ClientTracking.TestServers;

/// <summary>A PostgreSQL cluster of this process, from the installed programs, in a temporary folder; gone when the process ends.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string User = "postgres";
    private static readonly bool AsRoot = Environment.UserName == "root";
    private readonly DirectoryInfo _folder;
    private readonly int _port = FreePort();
    private Process? _watcher;

    private PostgresCluster(DirectoryInfo folder, bool durable) => (_folder, IsDurable) = (folder, durable);

    /// <summary>The folder with the newest installed programs; null when there are none.</summary>
    public static string? Programs { get; } = FindPrograms();

    /// <summary>Whether what is committed is on disk, as in production.</summary>
    public bool IsDurable { get; }

    /// <summary>How to connect to the maintenance database.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username={User};Database=postgres;Maximum Pool Size=200;Timeout=5";

    /// <summary>The collation of the cluster is a linguistic one on purpose: nothing may depend on it.</summary>
    internal static async Task<PostgresCluster> StartAsync(bool durable)
    {
        var cluster = new PostgresCluster(Directory.CreateTempSubdirectory("client-tracking-pg-"), durable);
        cluster.Watch();
        if (AsRoot) await RunAsync("chown", [User, cluster._folder.FullName]);
        await RunAsServerAsync("initdb", "-D", cluster.Data, "-U", User, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8",
            "--locale-provider=icu", "--icu-locale=zh");
        await cluster.StartAsync();
        return cluster;
    }

    /// <summary>Starts the server again, on the same port.</summary>
    public async Task StartAsync()
    {
        string[] settings =
        [
            $"-p {_port}", "-c listen_addresses=127.0.0.1", $"-c unix_socket_directories={_folder.FullName}", "-c max_connections=400",
            .. IsDurable ? Array.Empty<string>() : ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"],
        ];
        await RunAsServerAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder.FullName, "log"), "-o", string.Join(' ', settings), "start");
    }

    /// <summary>Stops the server as a power failure would: nobody is told, nothing is tidied up.</summary>
    public async Task StopAsync()
    {
        await RunAsServerAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        NpgsqlConnection.ClearAllPools();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _watcher!.StandardInput.Close();
        await _watcher.WaitForExitAsync();
    }

    private string Data => Path.Combine(_folder.FullName, "data");

    private static string? FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        if (!Directory.Exists(Debian)) return null;
        return Directory.GetDirectories(Debian)
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task RunAsServerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return AsRoot ? RunAsync("runuser", ["-u", User, "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, string[] arguments)
    {
        // Not redirected: the server would inherit the pipe, and reading it would never end. The folder must be one that the user can enter.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
        })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>Stops the server and removes the folder when this process ends, however it ends: then the pipe to the watcher closes.</summary>
    private void Watch() => _watcher = Process.Start(new ProcessStartInfo(
        "/bin/sh",
        ["-c", "trap '' INT TERM HUP; cat > /dev/null; p=$(head -n 1 \"$1/data/postmaster.pid\" 2> /dev/null) && kill -QUIT $p; sleep 1; rm -rf \"$1\"", "sh", _folder.FullName])
    {
        RedirectStandardInput = true,
        WorkingDirectory = Path.GetTempPath(),
    });
}

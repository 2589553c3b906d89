using System.Text;

namespace ClientTracking.Samples.Tests;

/// <summary>Runs the program in this process, as if its output went to a pipe.</summary>
internal sealed class Run : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("client-tracking-sample-").FullName;

    public string[] Output { get; private set; } = [];

    public string Error { get; private set; } = "";

    /// <summary>A file of this run, gone with it.</summary>
    public string File(string name) => Path.Combine(_folder, name);

    public async Task<int> StoryAsync(string? appended = null, params string[] more)
    {
        var file = Path.Combine(_folder, "actions.jsonl");
        await System.IO.File.WriteAllTextAsync(file, await System.IO.File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "data", "requirements-2014-06.jsonl")) + appended);
        return await Async("", ["--file", file, "--database", Path.Combine(_folder, "story.db"), .. more]);
    }

    public async Task<int> Async(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var code = await Sample.RunAsync(arguments, new Streams(stdin, output, error, IsTerminal: false));
        Output = Encoding.UTF8.GetString(output.ToArray()).Split('\n');
        Error = error.ToString();
        return code;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

using System.Runtime.CompilerServices;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>Compares with a committed text file.</summary>
internal static class Golden
{
    internal static void Equal(string file, string actual, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("CLIENTTRACKING_ACCEPT") == "1")
        {
            var source = Path.Combine(Path.GetDirectoryName(caller)!, file);
            Directory.CreateDirectory(Path.GetDirectoryName(source)!);
            File.WriteAllText(source, actual);
            return;
        }
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)).ReplaceLineEndings("\n"), actual);
    }
}

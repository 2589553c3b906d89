using System.Text;

namespace ClientTracking.Samples;

/// <summary>Where the program reads from and writes to, so that a test can stand in for a terminal or a pipe.</summary>
/// <param name="In">Standard input, as bytes.</param>
/// <param name="Out">Standard output, as bytes; UTF-8.</param>
/// <param name="Error">Standard error.</param>
/// <param name="IsTerminal">Whether a person reads the output, so that it may have frames and colours.</param>
internal sealed record Streams(Stream In, Stream Out, TextWriter Error, bool IsTerminal)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Streams OfTheConsole()
    {
        Console.OutputEncoding = Utf8;
        return new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, !Console.IsOutputRedirected);
    }

    /// <summary>A writer on <see cref="Out"/> that leaves the stream open.</summary>
    public StreamWriter Writer() => new(Out, Utf8, leaveOpen: true);
}

using System.CommandLine;
using System.Globalization;
using ClientTracking.Samples.Commands;

namespace ClientTracking.Samples;

/// <summary>The program: its commands, and the language they speak.</summary>
internal static class Sample
{
    /// <summary>Runs the program.</summary>
    /// <returns>0: all well; 1: the command line or a file is wrong; 2: some lines were refused and reported, the rest was done.</returns>
    public static async Task<int> RunAsync(string[] args, Streams streams)
    {
        // Help and errors of the command line are in the chosen language too, so the language is read before the commands are made.
        var lang = Language();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(new RootCommand { Options = { lang } }.Parse(args).GetValue(lang) is "en" ? "en" : "zh-CN");
        var root = StoryCommand.Create(streams);
        root.Add(Language());
        root.Add(SecretsCommand.Create(streams));
        root.Add(TryCommand.Create(streams));
        root.Add(CalendarCommand.Create(streams));
        root.Add(GanttCommand.Create(streams));
        root.Add(YearCommand.Create(streams));
        using var writer = streams.Writer();
        try
        {
            return await root.Parse(args).InvokeAsync(
                new InvocationConfiguration { Output = writer, Error = streams.Error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await streams.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static Option<string> Language()
    {
        var option = new Option<string>("--lang")
        {
            Description = Words.LanguageOption,
            DefaultValueFactory = _ => "zh-CN",
            Recursive = true,
        };
        option.AcceptOnlyFromAmong("zh-CN", "en");
        return option;
    }
}

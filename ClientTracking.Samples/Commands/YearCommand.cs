using System.CommandLine;
using System.Globalization;
using ClientTracking.Bugs;
using ClientTracking.Meetings;
using ClientTracking.Requirements;
using ClientTracking.Samples.Printing;
using ClientTracking.Samples.Year;
using Spectre.Console;

namespace ClientTracking.Samples.Commands;

/// <summary>A whole year made up from a fixed seed, on the calendar of 2025, and its figures.</summary>
internal static class YearCommand
{
    public static Command Create(Streams streams)
    {
        var command = new Command("year", Words.YearCommand);
        command.SetAction(async (_, cancellationToken) => await RunAsync(streams, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Streams streams, CancellationToken cancellationToken)
    {
        await using var host = new YearHost();
        var year = new MadeUpYear(host, MadeUpYear.Requirements, MadeUpYear.Bugs, cancellationToken);
        await WithProgressAsync(streams, year);
        var figures = await YearFigures.ReadAsync(host, MadeUpYear.End, cancellationToken);
        var statements = await YearStatements.ReadAsync(host, figures, cancellationToken);
        await using var output = streams.Writer();
        var print = new Printout(output, streams.IsTerminal);
        Print(print, output, figures, year, host);
        StatementReport.Print(print, output, statements);
        return 0;
    }

    /// <summary>The bar is for a person; into a pipe go the figures alone.</summary>
    private static Task WithProgressAsync(Streams streams, MadeUpYear year)
    {
        if (!streams.IsTerminal) return year.LiveAsync(_ => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(streams.Error) });
        return console.Progress().StartAsync(progress =>
        {
            var bar = progress.AddTask(Words.YearBar, maxValue: MadeUpYear.Days);
            return year.LiveAsync(passed => bar.Value = MadeUpYear.Days - (MadeUpYear.End - passed).TotalDays);
        });
    }

    private static void Print(Printout print, TextWriter output, YearFigures figures, MadeUpYear year, YearHost host)
    {
        output.WriteLine(Words.YearHeading(figures.Requirements.Count, figures.Bugs.Count, figures.Reporters().Count()));
        print.Heading(Words.YearRequirements);
        print.Table(Words.FigureColumns,
        [
            Row(Words.Filed, figures.Requirements.Count),
            Row(Words.Numbered, figures.Requirements.Count(subject => subject.Number is not null)),
            Row(Words.OutcomeName(DecisionOutcome.Accept), figures.Decided(DecisionOutcome.Accept)),
            Row(Words.OutcomeName(DecisionOutcome.Convert), figures.Decided(DecisionOutcome.Convert)),
            Row(Words.OutcomeName(DecisionOutcome.Decline), figures.Decided(DecisionOutcome.Decline)),
            Row(Words.OutcomeName(DecisionOutcome.Defer), figures.Decided(DecisionOutcome.Defer)),
            Row(Words.DeliveredOnes, figures.Delivered),
            Row(Words.ExtendedOnes, figures.Extended),
            Row(Words.Withdrawn, figures.In(RequirementStatus.Withdrawn)),
            Row(Words.StillOpen, figures.Requirements.Count(subject => !subject.Record.Search.Closed)),
            Row(Words.MeetingsHeld, figures.Meetings.Count(meeting => meeting.State.Status == MeetingStatus.Held)),
        ]);
        print.Heading(Words.YearBugs);
        print.Table(Words.FigureColumns,
        [
            Row(Words.Filed, figures.Bugs.Count),
            Row(Words.Numbered, figures.Bugs.Count(bug => bug.Number is not null)),
            Row(Words.FixedOnes, figures.Bugs.Count(bug => bug.State is { Status: BugStatus.Closed, FixedOn: not null })),
            Row(Words.NotReproducible, figures.Bugs.Count(bug => bug.State.NotReproducibleBecause is not null)),
            Row(Words.StillOpen, figures.Bugs.Count(bug => !bug.Record.Search.Closed)),
        ]);
        print.Heading(Words.YearNodes);
        print.Table(Words.NodeColumns, figures.Nodes().Select(node => (IEnumerable<string>)
            [node.Rule.Value, Number(node.Owed), Number(node.InTime), Number(node.Late), Number(node.Overdue)]));
        print.Heading(Words.YearReporters);
        print.Table(Words.ReporterColumns, figures.Reporters().Select(row => (IEnumerable<string>)
            [row.Reporter.Value, Number(row.Filed), Number(row.FiledRank), $"{row.Adopted.ToString("0.0", CultureInfo.InvariantCulture)}%", Number(row.AdoptedRank)]));
        output.WriteLine();
        output.WriteLine(Words.YearNotices(host.Notices, year.Refused));
    }

    private static IEnumerable<string> Row(string name, int count) => [name, Number(count)];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}

using Spectre.Console;

namespace ClientTracking.Samples.Printing;

/// <summary>Prints tables: framed where a person reads them; else a line a row, cells one blank apart, a dash where there is nothing.</summary>
internal sealed class Printout(TextWriter output, bool isTerminal)
{
    public void Heading(string text)
    {
        output.WriteLine();
        output.WriteLine(text);
    }

    public void Table(IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        if (!isTerminal)
        {
            foreach (var row in rows.Prepend(columns))
                output.WriteLine(Line(row));
            return;
        }
        var table = new Table().RoundedBorder().AddColumns([.. columns.Select(column => new TableColumn(Markup.Escape(column)))]);
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(table);
    }

    /// <summary>What is empty at the end of a row needs no dash to keep its place.</summary>
    private static string Line(IEnumerable<string> row) =>
        string.Join(' ', row.Reverse().SkipWhile(cell => cell.Length == 0).Reverse().Select(cell => cell.Length == 0 ? "—" : cell));
}

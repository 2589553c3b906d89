using ClientTracking.Errors;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>The calendar file: what is read, what is refused, and where the fault is said to be.</summary>
public sealed class CalendarCsvTests
{
    private const string Header = "date,kind,holiday,notice\n";

    [Fact]
    public void Rows_are_read_as_they_stand_and_written_back()
    {
        const string text = Header + "2026-02-14,makeup,春节,国办发明电〔2025〕7号\n2026-02-15,holiday,春节,国办发明电〔2025〕7号\n";
        var days = CalendarCsv.Read(new StringReader(text));
        Assert.Equal(
            [
                new AnnouncedDay(new LocalDate(2026, 2, 14), true, "春节", "国办发明电〔2025〕7号"),
                new AnnouncedDay(new LocalDate(2026, 2, 15), false, "春节", "国办发明电〔2025〕7号"),
            ],
            days);
        using var written = new StringWriter();
        CalendarCsv.Write(written, days);
        Assert.Equal(text, written.ToString());
    }

    [Theory]
    [InlineData("date;kind;holiday;notice\n", "f:1", "calendar.csv-header")]
    [InlineData("", "f:1", "calendar.csv-header")]
    [InlineData(Header + "2026-02-14,makeup,春节\n", "f:2", "calendar.csv-columns")]
    [InlineData(Header + "2026-02-15,holiday,春节,a,b\n", "f:2", "calendar.csv-columns")]
    [InlineData(Header + "\n2026-02-15,holiday,春节,a\n", "f:2", "calendar.csv-columns")]
    [InlineData(Header + "2026-02-30,holiday,春节,a\n", "f:2:date", "calendar.csv-date")]
    [InlineData(Header + "15.2.2026,holiday,春节,a\n", "f:2:date", "calendar.csv-date")]
    [InlineData(Header + "1899-12-31,holiday,春节,a\n", "f:2:date", "calendar.csv-range")]
    [InlineData(Header + "2026-02-15,Holiday,春节,a\n", "f:2:kind", "calendar.csv-kind")]
    [InlineData(Header + "2026-02-15,holiday,,a\n", "f:2:holiday", "calendar.csv-holiday")]
    [InlineData(Header + "2026-02-16,makeup,春节,a\n", "f:2:kind", "calendar.csv-makeup")] // a Monday
    [InlineData(Header + "2026-02-15,holiday,春节,a\n2026-02-15,holiday,春节,a\n", "f:3:date", "calendar.csv-duplicate")]
    [InlineData(Header + "2026-02-15,holiday,春节,a\n2026-02-14,makeup,春节,a\n", "f:3:date", "calendar.csv-order")]
    public void A_fault_names_line_column_and_what_would_be_right(string text, string path, string code)
    {
        var error = Assert.Throws<InvalidRequestException>(() => CalendarCsv.Read(new StringReader(text), "f"));
        var fault = Assert.Single(error.Faults);
        Assert.Equal((path, code), (fault.Path, fault.Code));
    }

    [Fact]
    public void All_faults_are_listed_at_once()
    {
        var text = Header + "2026-02-15,feast,春节,a\n2026-02-16,holiday,春节,a\nx,y,,z\n";
        var error = Assert.Throws<InvalidRequestException>(() => CalendarCsv.Read(new StringReader(text)));
        Assert.Equal(["csv:2:kind", "csv:4:kind", "csv:4:holiday", "csv:4:date"], error.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void The_shipped_file_reads_back_to_itself()
    {
        using var stream = typeof(WorkCalendars).Assembly.GetManifestResourceStream("ClientTracking.Time.Data.china-workdays.csv")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        using var written = new StringWriter();
        CalendarCsv.Write(written, CalendarCsv.Read(new StringReader(text)));
        Assert.Equal(text, written.ToString());
    }
}

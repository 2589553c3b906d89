using ClientTracking.Errors;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>Sessions of a day and of a week (CV-14) and their notation.</summary>
public sealed class BusinessHoursTests
{
    [Fact]
    [Trait("rule", "CV-14")]
    public void The_default_hours_are_Monday_to_Friday_in_two_sessions()
    {
        var monday = BusinessHours.China[IsoDayOfWeek.Monday];
        Assert.Equal([new Session(new(9, 0), new(12, 0)), new Session(new(13, 30), new(18, 0))], monday.Sessions);
        Assert.Equal(Duration.FromMinutes(450), monday.WorkingTime);
        Assert.Equal((new LocalTime(9, 0), new LocalTime(18, 0)), (monday.Opens, monday.Closes));
        Assert.True(BusinessHours.China[IsoDayOfWeek.Saturday].IsClosed);
        Assert.True(BusinessHours.China[IsoDayOfWeek.Sunday].IsClosed);
    }

    [Theory]
    [InlineData("09:00", true)]
    [InlineData("11:59", true)]
    [InlineData("12:00", false)]
    [InlineData("13:29", false)]
    [InlineData("13:30", true)]
    [InlineData("18:00", false)]
    public void Sessions_are_half_open(string time, bool expected) =>
        Assert.Equal(expected, BusinessHours.China.Standard.Contains(LocalTime.FromTimeOnly(TimeOnly.Parse(time, null))));

    [Theory]
    [InlineData("09:00-12:00,13:30-18:00", 450)]
    [InlineData("00:00-24:00", 1440)]
    [InlineData("22:00-06:00", 480)]
    [InlineData("06:00-12:00,12:00-06:00", 1440)]
    [InlineData("13:30-24:00", 630)]
    [InlineData("closed", 0)]
    public void Hours_round_trip_through_their_notation(string text, int minutes)
    {
        var hours = DaySessions.Parse(text);
        Assert.Equal(text, hours.ToString());
        Assert.Equal(hours, DaySessions.Parse(hours.ToString()));
        Assert.Equal(Duration.FromMinutes(minutes), hours.WorkingTime);
    }

    [Theory]
    [InlineData("", 0, "hours.session")]
    [InlineData("09:00", 0, "hours.session")]
    [InlineData("09:00-12:00,", 12, "hours.session")]
    [InlineData("09:00-12:00,13:30", 12, "hours.session")]
    [InlineData("09:00-12:60", 6, "hours.time")]
    [InlineData("24:00-12:00", 0, "hours.time")]
    [InlineData("9-12", 0, "hours.time")]
    [InlineData("09:00-09:00", 0, "hours.session")]
    [InlineData("13:00-18:00,09:00-12:00", 0, "hours.overlap")]
    [InlineData("09:00-12:00,11:59-18:00", 0, "hours.overlap")]
    [InlineData("09:00-12:00,22:00-10:00", 0, "hours.overlap")]
    public void Unreadable_hours_name_the_position(string text, int position, string code)
    {
        var error = Assert.Throws<NotationException>(() => DaySessions.Parse(text));
        Assert.Equal((position, code), (error.Position, error.Code));
    }

    [Fact]
    public void A_session_holds_no_nonsense()
    {
        Assert.Throws<ArgumentException>(() => new Session(new(9, 0), new(9, 0)));
        Assert.Throws<ArgumentException>(() => new Session(new(9, 0), new LocalTime(12, 0).PlusMilliseconds(1)));
        Assert.Throws<ArgumentException>(() => new DaySessions(new Session(new(9, 0), new(6, 0)), new Session(new(10, 0), new(11, 0))));
        Assert.Equal("00:00-24:00", default(Session).ToString());
        Assert.Throws<InvalidOperationException>(() => DaySessions.None.Closes);
        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessHours.China[IsoDayOfWeek.None]);
    }
}

using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>A promise against its forecast (RF-57).</summary>
/// <param name="Number">The number of the item.</param>
/// <param name="Commitment">The promise.</param>
/// <param name="Forecast">When it will be kept by the plan.</param>
/// <param name="ProposedDate">
/// Where it will be missed: the date to apply for in an extension, the first whose close of business is not before the forecast.
/// </param>
public sealed record CommitmentForecast(string Number, Commitment Commitment, Instant Forecast, LocalDate? ProposedDate)
{
    /// <summary>Whether the forecast is later than promised; exactly as promised is in time.</summary>
    public bool IsAtRisk => Forecast > Commitment.Promised;

    /// <summary>By how much elapsed time it will be late; zero where it is not at risk.</summary>
    public Duration LateBy => IsAtRisk ? Forecast - Commitment.Promised : Duration.Zero;

    internal static CommitmentForecast Of(string number, Commitment commitment, Instant finish, WorkCalendar calendar)
    {
        var forecast = calendar.AddWorkingTime(finish, commitment.Following);
        return new(number, commitment, forecast, forecast > commitment.Promised ? FirstDayClosingAfter(forecast, calendar) : null);
    }

    private static LocalDate FirstDayClosingAfter(Instant forecast, WorkCalendar calendar)
    {
        var date = calendar.DateOf(forecast).PlusDays(-1); // whose night may still run
        while (!calendar.IsWorkingDay(date) || calendar.CloseOfBusiness(date) < forecast) date = date.PlusDays(1);
        return date;
    }
}

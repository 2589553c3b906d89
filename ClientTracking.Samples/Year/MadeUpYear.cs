using Bogus;
using ClientTracking.Errors;
using ClientTracking.Meetings;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Samples.Year;

/// <summary>A year of a company as chance has it, from a fixed seed: the same in every run.</summary>
internal sealed class MadeUpYear(YearHost host, int requirements, int bugs, CancellationToken cancellationToken)
{
    public const int Requirements = 2000, Bugs = 600, Days = 365;
    public static readonly Instant End = WorkCalendars.China.EndOfDay(new(2025, 12, 31));

    private readonly Faker _faker = new("zh_CN") { Random = new Randomizer(2025) };
    private readonly Diary _diary = new();
    private readonly Dictionary<SubjectId, Actor> _reporters = [];

    /// <summary>Steps that came too late because the requirement had ended.</summary>
    public int Refused { get; private set; }

    public async Task LiveAsync(Action<Instant> passed)
    {
        var staff = new Staff(_faker);
        var course = new RequirementCourse(this, staff);
        var bugCourse = new BugCourse(this, staff);
        for (var i = 0; i < requirements; i++) _diary.Add(AnyMoment(), course.Heard);
        for (var i = 0; i < bugs; i++) _diary.Add(AnyMoment(), bugCourse.Learned);
        for (var day = new LocalDate(2025, 1, 1); day.Year == 2025; day = day.PlusDays(1))
        {
            if (day.DayOfWeek == IsoDayOfWeek.Saturday) _diary.Add(WorkCalendars.China.At(day, new(11, 0)), at => MeetAsync(at, staff, course));
            _diary.Add(WorkCalendars.China.At(day, new(23, 0)), at => host.RunDueAsync(at, cancellationToken));
        }
        await _diary.LiveAsync(End, passed, cancellationToken);
        await host.RunDueAsync(End, cancellationToken);
    }

    public Faker Chance => _faker;

    public bool Happens(double share) => _faker.Random.Bool((float)share);

    public void After(Instant from, int leastMinutes, int mostMinutes, Func<Instant, Task> what) => _diary.After(from, _faker.Random.Int(leastMinutes, mostMinutes), what);

    /// <summary>Sooner than business opens again: minutes of the clock.</summary>
    public void Soon(Instant from, int leastMinutes, int mostMinutes, Func<Instant, Task> what) =>
        _diary.Add(from + Duration.FromMinutes(_faker.Random.Int(leastMinutes, mostMinutes)), what);

    public void On(LocalDate day, LocalTime time, Func<Instant, Task> what) => _diary.Add(WorkCalendars.China.At(day, time), what);

    /// <summary>Sends it; a refusal ends this course of things, since what it was about has ended.</summary>
    public async Task<T?> SendAsync<T>(Instant at, Actor who, ICommand<T> command) where T : class
    {
        try
        {
            return await host.SendAsync(at, who, command, cancellationToken);
        }
        catch (RuleViolationException)
        {
            Refused++;
            return null;
        }
    }

    public void Filed(SubjectId requirement, Actor reporter) => _reporters[requirement] = reporter;

    public Actor ReporterOf(SubjectId requirement) => _reporters[requirement];

    private Instant AnyMoment()
    {
        var day = new LocalDate(2025, 1, 1).PlusDays(_faker.Random.Int(0, Days - 8));
        return WorkCalendars.China.NextOpening(WorkCalendars.China.At(day, new(_faker.Random.Int(8, 17), _faker.Random.Int(0, 59))));
    }

    private async Task MeetAsync(Instant at, Staff staff, RequirementCourse course)
    {
        foreach (var meeting in await host.AskAsync(new UpcomingMeetings(), cancellationToken))
        {
            if (meeting.State.End > at) continue;
            var agenda = (await host.AskAsync(new GetAgenda(meeting.Id), cancellationToken))!;
            var decisions = agenda.Items.Where(_ => Happens(0.97)).Select(Decision).ToList();
            if (await SendAsync(at, staff.Board, new HoldMeeting(meeting.Id, [.. decisions])) is null) continue;
            foreach (var decision in decisions) course.Decided(decision, at);
        }
    }

    private MeetingDecision Decision(AgendaItem item) => _faker.Random.Int(1, 100) switch
    {
        <= 50 => new(item.Requirement, DecisionOutcome.Accept, _faker.PickRandom<PriorityGrade>()),
        <= 62 => new(item.Requirement, DecisionOutcome.Convert, _faker.PickRandom<PriorityGrade>(), "改做 " + item.Gist[..2]),
        <= 88 => new(item.Requirement, DecisionOutcome.Decline),
        _ => new(item.Requirement, DecisionOutcome.Defer),
    };
}

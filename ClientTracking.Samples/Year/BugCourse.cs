using ClientTracking.Bugs;
using NodaTime;

namespace ClientTracking.Samples.Year;

/// <summary>How a bug of the year goes.</summary>
internal sealed class BugCourse(MadeUpYear year, Staff staff)
{
    public Task Learned(Instant learned)
    {
        var reporter = year.Chance.PickRandom(staff.Reporters);
        var form = new BugForm(
            year.Chance.PickRandom("华为 Mate 60", "小米 14", "iPhone 15", "OPPO Find X7"), year.Chance.PickRandom("HarmonyOS 4", "Android 14", "iOS 17"),
            year.Chance.PickRandom("页面打不开", "闪退", "字体重叠", "无法登录"), "登录后打开首页");
        year.After(learned, 5, year.Happens(0.93) ? 120 : 900, at => ReportAsync(at, learned, reporter, form));
        return Task.CompletedTask;
    }

    private async Task ReportAsync(Instant at, Instant learned, Actor reporter, BugForm form)
    {
        if (await year.SendAsync(at, reporter, new ReportBug(form, learned)) is not { Bug: var bug }) return;
        year.After(at, 30, 900, then => year.Happens(0.85) ? RecordAsync(then, bug, reporter, form) : NotReproducibleAsync(then, bug));
    }

    private async Task NotReproducibleAsync(Instant at, SubjectId bug)
    {
        await year.SendAsync(at, staff.Tester, new FindNotReproducible(bug, "多台手机均正常"));
        year.Soon(at, 1, year.Happens(0.95) ? 25 : 300, then => year.SendAsync(then, staff.Tester, new TellBugReporter(bug)));
    }

    private async Task RecordAsync(Instant at, SubjectId bug, Actor reporter, BugForm form)
    {
        await year.SendAsync(at, staff.Tester, new ReproduceBug(bug));
        year.Soon(at, 2, year.Happens(0.95) ? 25 : 200, async then =>
        {
            await year.SendAsync(then, staff.Tester, new RecordBug(bug, form.Fault, year.Chance.PickRandom<BugSeverity>()));
            year.After(then, 60, 3000, fixing => FixAsync(fixing, bug, reporter));
        });
    }

    private async Task FixAsync(Instant at, SubjectId bug, Actor reporter)
    {
        await year.SendAsync(at, staff.Engineer, new FixBug(bug));
        var passed = year.Happens(0.9);
        year.Soon(at, 5, year.Happens(0.95) ? 25 : 300, async then =>
        {
            await year.SendAsync(then, staff.Tester, new VerifyFix(bug, passed, passed ? null : "仍然存在"));
            if (!passed)
            {
                year.After(then, 60, 900, again => FixAsync(again, bug, reporter));
                return;
            }
            await year.SendAsync(then, staff.Tester, new TellBugReporter(bug));
            year.After(then, 5, year.Happens(0.94) ? 200 : 1200, told => year.SendAsync(told, reporter, new TellBugUser(bug)));
        });
    }
}

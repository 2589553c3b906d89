using Bogus;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Requirements;
using ClientTracking.Tracking;

namespace ClientTracking.Core.Tests.Requirements;

/// <summary>Forms made up in Chinese from a fixed seed: the same in every run.</summary>
public sealed class MadeUpFormTests
{
    [Fact, Trait("rule", "RF-12")]
    public async Task RF_12_A_form_is_kept_as_it_was_filed()
    {
        await using var host = new TestHost();
        foreach (var form in Forms(20140619).Take(50))
        {
            var id = (await host.As("李小四").Send(new ReportRequirement(form, host.Clock.GetCurrentInstant()))).Requirement;
            var kept = (await host.Ask(new GetSubject<Requirement>(id)))!.State.Form;
            Assert.Equal(form with { Supplement = [] }, kept with { Supplement = [] });
            Assert.Equal(form.Supplement, kept.Supplement);
        }
    }

    [Fact]
    public void The_same_seed_makes_the_same_forms() =>
        Assert.Equal(Forms(7).Take(9).Select(form => form.ClientWords), Forms(7).Take(9).Select(form => form.ClientWords));

    private static IEnumerable<RequirementForm> Forms(int seed)
    {
        var faker = new Faker("zh_CN") { Random = new Randomizer(seed) };
        while (true)
            yield return new()
            {
                Type = faker.PickRandom<RequirementType>(),
                Source = faker.PickRandom<RequirementSource>(),
                Requester = new Requester(faker.Name.LastName() + faker.Name.FirstName(), faker.Address.City() + "医院", Account: faker.Phone.PhoneNumber()),
                ClientWords = $"{faker.Address.City()}的患者希望{faker.PickRandom("提醒复诊", "看到化验单", "和医生视频")} {faker.Random.Int(1, 99)}",
                Supplement = [new FormAnswer("同科室同事需要的程度？", faker.Random.Bool() ? "很需要" : null)],
            };
    }
}

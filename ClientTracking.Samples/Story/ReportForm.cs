using ClientTracking.Requirements;
using ClientTracking.Samples.Input;

namespace ClientTracking.Samples.Story;

/// <summary>The report form (附表2) as the file has it.</summary>
internal static class ReportForm
{
    public static RequirementForm Read(Fields form)
    {
        form.Only("type", "source", "requester", "clientWords", "summary", "supplement");
        var requester = form.Object("requester");
        requester.Only("name", "hospital", "department", "account");
        return new()
        {
            Type = form.Choice<RequirementType>("type"),
            Source = form.Choice<RequirementSource>("source"),
            Requester = new(
                requester.Text("name"), requester.OptionalText("hospital"), requester.OptionalText("department"), requester.OptionalText("account")),
            ClientWords = form.Text("clientWords"),
            Summary = form.OptionalText("summary"),
            Supplement = [.. form.Objects("supplement").Select(answer => new FormAnswer(answer.Text("question"), answer.OptionalText("answer")))],
        };
    }
}

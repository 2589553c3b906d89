using System.Globalization;
using ClientTracking.Confidentiality;

namespace ClientTracking.Samples;

/// <content>The words of <c>secrets</c>.</content>
internal static partial class Words
{
    public static string SecretsCommand => Say("保密：有人想打听一份机密，被拒绝、被记录；记录被篡改，被发现", "Secrecy: somebody is after a secret, is refused and logged; the log is tampered with, and that is found");
    public static string SecretMade => Say("李小四上报一条需求，孙部长定为机密；赵董指定钱经理分管，钱经理授权王工知悉至 3 月 31 日", "李小四 reports a requirement, 孙部长 marks it Secret; 赵董 puts 钱经理 in charge, who names 王工 for it until 31 March");
    public static string SecretLog => Say("知悉日志：", "The access log:");
    public static string SecretTampered => Say("有人直接在数据库里把日志中的“周某”改成“钱经理”", "Somebody changes 周某 into 钱经理 in the log, in the database itself");

    public static string SecretRead(string person, string? words, int listed) => words is null
        ? Say($"{person}：打开——查无此需求；列表 {listed} 行", $"{person}: opened – there is no such requirement; {listed} rows in the list")
        : Say($"{person}：打开——“{words}”；列表 {listed} 行", $"{person}: opened – “{words}”; {listed} rows in the list");

    public static string SecretRefused(string person, string why) => Say($"{person} 想授权外人：{why}", $"{person} wants to name a stranger: {why}");

    public static string SecretEntry(AccessEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {entry.Sequence} {entry.Decision.Person} {entry.Decision.Action} {(entry.Decision.IsAllowed ? Say("准许", "granted") : Say("拒绝", "refused"))} {entry.Decision.Rule} {entry.Decision.Code}");

    public static string SecretVerified(bool intact) => intact
        ? Say("校验：未发现篡改", "Verified: no sign of tampering")
        : Say("校验：发现篡改", "Verified: somebody tampered with it");
}

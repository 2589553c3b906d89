using System.Text;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>Protected content opens where it belongs, or is an error; it is never garbage.</summary>
public sealed class ContentProtectorTests
{
    private static readonly ContentKey Old = new("2025", new byte[32]);
    private static readonly ContentKey New = new("2026密钥", Enumerable.Repeat((byte)7, 32).ToArray());
    private static readonly ContentBinding Here = new(new("acme"), new(new Guid("0194fdc2-fa2f-7cc0-81d3-ff12045b73c8")), "opinion");
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("绝密：收购意向");

    private static readonly AesGcmContentProtector Protector = new(new(New, Old));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void What_is_protected_opens_again(int length)
    {
        var content = new byte[length];
        Assert.Equal(content, Protector.Unprotect(Protector.Protect(content, Here), Here));
    }

    [Fact]
    public void The_same_content_is_never_protected_alike_and_does_not_show()
    {
        var (one, other) = (Protector.Protect(Content, Here), Protector.Protect(Content, Here));
        Assert.NotEqual(one, other);
        Assert.Equal(-1, one.AsSpan().IndexOf(Content.AsSpan(0, 6)));
    }

    [Fact]
    public void Any_flipped_bit_is_an_error()
    {
        var whole = Protector.Protect(Content, Here);
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var changed = whole.ToArray();
            changed[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.Throws<ContentProtectionException>(() => Protector.Unprotect(changed, Here));
        }
    }

    [Fact]
    public void Any_cut_or_added_byte_is_an_error()
    {
        var whole = Protector.Protect(Content, Here);
        for (var length = 0; length < whole.Length; length++) Assert.Throws<ContentProtectionException>(() => Protector.Unprotect(whole.AsSpan(0, length), Here));
        Assert.Throws<ContentProtectionException>(() => Protector.Unprotect([.. whole, 0], Here));
        Assert.Throws<ContentProtectionException>(() => Protector.NeedsRotation([]));
    }

    [Fact]
    public void Content_copied_to_another_tenant_subject_or_field_does_not_open()
    {
        var whole = Protector.Protect(Content, Here);
        Assert.All(
            [Here with { Tenant = new("other") }, Here with { Subject = new(new Guid("0194fdc2-fa2f-7cc0-81d3-ff12045b73c9")) }, Here with { Field = "price" }],
            elsewhere => Assert.Equal("protection.tampered", Assert.Throws<ContentProtectionException>(() => Protector.Unprotect(whole, elsewhere)).Code));
    }

    [Fact]
    public void A_former_key_still_opens_and_asks_for_rotation_until_it_is_dropped()
    {
        var before = new AesGcmContentProtector(new(Old)).Protect(Content, Here);
        Assert.Equal(Content, Protector.Unprotect(before, Here));
        Assert.Equal((true, false), (Protector.NeedsRotation(before), Protector.NeedsRotation(Protector.Protect(Content, Here))));
        Assert.Equal("protection.key-missing", Assert.Throws<ContentProtectionException>(() => new AesGcmContentProtector(new(New)).Unprotect(before, Here)).Code);
    }

    [Fact]
    public void A_key_under_a_taken_id_opens_nothing()
    {
        var impostor = new AesGcmContentProtector(new(new ContentKey(New.Id, new byte[32])));
        Assert.Throws<ContentProtectionException>(() => impostor.Unprotect(Protector.Protect(Content, Here), Here));
        Assert.Throws<ArgumentException>(() => new ContentKeys(New, new ContentKey(New.Id, new byte[32])));
        Assert.Throws<ArgumentException>(() => new ContentKey("short", new byte[16]));
        Assert.Throws<ArgumentException>(() => new ContentKey(new string('密', 22), new byte[32]));
    }
}

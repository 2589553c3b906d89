using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ClientTracking.MediatR.Tests;

/// <summary>
/// Everything of MediatR the adapter is compiled against. All of it was compared by hand with the source of MediatR 12.5.0:
/// IRequest&lt;out TResponse&gt; and INotification (there in MediatR.Contracts), IRequestHandler&lt;in TRequest, TResponse&gt; with
/// Task&lt;TResponse&gt; Handle(TRequest, CancellationToken), and Task Publish&lt;TNotification&gt;(TNotification, CancellationToken), which
/// IMediator has from IPublisher there. What differs (ServiceFactory, Unit handlers, behaviours, registration) must not appear here.
/// </summary>
public sealed class MediatRSurfaceTests
{
    [Fact]
    public void Adapter_uses_only_what_MediatR_5_and_12_both_have()
    {
        using var file = File.OpenRead(typeof(Tracked).Assembly.Location);
        using var image = new PEReader(file);
        var code = image.GetMetadataReader();

        Assert.Equal(
            ["IBaseRequest", "IMediator", "INotification", "IRequestHandler`2", "IRequest`1"],
            code.TypeReferences.Where(type => IsMediatR(code, type)).Select(type => NameOf(code, type)).Order(StringComparer.Ordinal));
        Assert.Equal(["IMediator.Publish"], code.MemberReferences.Select(member => NameOf(code, member)).OfType<string>());
    }

    private static bool IsMediatR(MetadataReader code, TypeReferenceHandle type) =>
        code.GetTypeReference(type).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
        && code.GetString(code.GetAssemblyReference((AssemblyReferenceHandle)scope).Name).Split('.')[0] == "MediatR";

    private static string NameOf(MetadataReader code, TypeReferenceHandle type) => code.GetString(code.GetTypeReference(type).Name);

    private static string? NameOf(MetadataReader code, MemberReferenceHandle handle)
    {
        var member = code.GetMemberReference(handle);
        var parent = member.Parent.Kind switch
        {
            HandleKind.TypeReference => (TypeReferenceHandle)member.Parent,
            HandleKind.TypeSpecification => GenericTypeOf(code, (TypeSpecificationHandle)member.Parent),
            _ => default,
        };
        return !parent.IsNil && IsMediatR(code, parent) ? $"{NameOf(code, parent)}.{code.GetString(member.Name)}" : null;
    }

    private static TypeReferenceHandle GenericTypeOf(MetadataReader code, TypeSpecificationHandle handle)
    {
        var signature = code.GetBlobReader(code.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return default;
        signature.ReadByte(); // class or value type
        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type ? (TypeReferenceHandle)type : default;
    }
}

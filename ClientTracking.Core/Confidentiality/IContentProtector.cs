using ClientTracking.Errors;

namespace ClientTracking.Confidentiality;

/// <summary>Encrypts the content of TopSecret fields at rest (静态加密): the port a host fills with its own key management. Thread-safe.</summary>
public interface IContentProtector
{
    /// <summary>Encrypts, bound to where the content belongs.</summary>
    byte[] Protect(ReadOnlySpan<byte> content, ContentBinding binding);

    /// <summary>Decrypts what <see cref="Protect"/> made for the same binding.</summary>
    /// <exception cref="ContentProtectionException">It was changed, belongs elsewhere, or its key is not there; never garbage.</exception>
    byte[] Unprotect(ReadOnlySpan<byte> protectedContent, ContentBinding binding);

    /// <summary>Whether it was encrypted under a former key and should be encrypted anew.</summary>
    /// <exception cref="ContentProtectionException">It is nothing that was protected.</exception>
    bool NeedsRotation(ReadOnlySpan<byte> protectedContent);
}

/// <summary>Where protected content belongs; copied to another tenant, subject or field it does not open.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Field">The field, by a name that never changes.</param>
public readonly record struct ContentBinding(TenantId Tenant, SubjectId Subject, string Field);

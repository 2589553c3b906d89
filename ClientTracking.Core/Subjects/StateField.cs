namespace ClientTracking.Subjects;

/// <summary>A field of a kind's state that a confidentiality regulation can give a level of its own (字段密级, CL-02).</summary>
/// <param name="Name">The name registers, reports and the regulation use.</param>
/// <param name="Hide">
/// The state without it: a text is <see cref="Confidentiality.Redaction.Mask"/>, anything else absent; where it cannot be absent, the first of its
/// type. Pure.
/// </param>
/// <param name="Traces">Where else it shows.</param>
/// <param name="Person">The person it names, who is then not named anywhere else on the subject either; none: it names nobody.</param>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
public sealed record StateField<TState>(
    string Name, Func<TState, TState> Hide, FieldTraces Traces = FieldTraces.None, Func<TState, PersonId?>? Person = null) where TState : class;

/// <summary>Where a field shows besides the state: by none of this may somebody find a subject who may not read the field.</summary>
[Flags]
public enum FieldTraces
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>In <see cref="SearchFields.Status"/>.</summary>
    Status = 1,

    /// <summary>In <see cref="SearchFields.Grade"/>.</summary>
    Grade = 2,

    /// <summary>In <see cref="SearchFields.Owner"/>.</summary>
    Owner = 4,

    /// <summary>In <see cref="SearchFields.Client"/>.</summary>
    Client = 8,

    /// <summary>In <see cref="SearchFields.Closed"/>.</summary>
    Closed = 16,

    /// <summary>In <see cref="SearchFields.Claims"/>.</summary>
    Claims = 32,

    /// <summary>In who owes the duties: persons and departments.</summary>
    Debtors = 64,

    /// <summary>In what is owed at all and what happened: then duties and journal are not shown without it.</summary>
    Course = 128,
}

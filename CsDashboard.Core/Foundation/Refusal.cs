namespace CsDashboard.Foundation;

/// <summary>
/// The one exception for "no". Rules and verbs raise it; the API turns it into problem details and forms into a message.
/// Its text is meant for the person. Any other exception is a bug: logged, never shown.
/// </summary>
public sealed class Refusal : Exception
{
    private Refusal(RefusalKind kind, string code, string message, IReadOnlyList<FieldError>? fields = null, Exception? inner = null)
        : base(message, inner) => (Kind, Code, Fields) = (kind, code, fields ?? []);

    public RefusalKind Kind { get; }

    /// <summary>A stable word for programs, such as <c>not_found</c>.</summary>
    public string Code { get; }
    public IReadOnlyList<FieldError> Fields { get; }

    /// <summary>How long to wait, where waiting helps.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Nobody is signed in any more; unlike a password, a code or a PIN that was wrong, of whoever still is.</summary>
    public bool IsEndOfSession { get; private init; }

    public static Refusal Invalid(string field, string message, string code = "validation_failed") =>
        new(RefusalKind.Invalid, code, message, [new FieldError(field, message)]);

    public static Refusal Invalid(IReadOnlyList<FieldError> fields) =>
        new(RefusalKind.Invalid, "validation_failed", fields.Count > 0 ? fields[0].Message : Words.Of("Refused_Invalid"), fields);

    /// <summary>Without a message the session has ended; with one, something that proves who somebody is was wrong.</summary>
    public static Refusal SignedOut(string? message = null, string code = "authentication_required") =>
        new(RefusalKind.SignedOut, code, message ?? Words.Of("Refused_SignedOut")) { IsEndOfSession = message is null };

    public static Refusal Forbidden(string? message = null, string code = "forbidden") =>
        new(RefusalKind.Forbidden, code, message ?? Words.Of("Refused_Forbidden"));

    /// <summary>Missing, or not yours: the two are not told apart.</summary>
    public static Refusal NotFound(string? message = null) =>
        new(RefusalKind.NotFound, "not_found", message ?? Words.Of("Refused_NotFound"));

    public static Refusal Conflict(string message, string code = "conflict") => new(RefusalKind.Conflict, code, message);

    public static Refusal TooLarge(string field, string message) =>
        new(RefusalKind.TooLarge, "too_large", message, [new FieldError(field, message)]);

    /// <summary>The message says how long to wait; unless the caller has one of its own.</summary>
    public static Refusal TooMany(TimeSpan retryAfter, string? message = null) =>
        new(RefusalKind.TooMany, "too_many_requests", message ?? Words.Of("Refused_TooMany", Words.Wait(retryAfter)))
        {
            RetryAfter = retryAfter,
        };

    public static Refusal Unavailable(string message, Exception? cause = null) =>
        new(RefusalKind.Unavailable, "unavailable", message, inner: cause);
}

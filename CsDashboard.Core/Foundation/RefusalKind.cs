namespace CsDashboard.Foundation;

public enum RefusalKind
{
    Invalid,
    SignedOut,
    Forbidden,
    NotFound,
    Conflict,
    TooLarge,
    TooMany,
    Unavailable,
}

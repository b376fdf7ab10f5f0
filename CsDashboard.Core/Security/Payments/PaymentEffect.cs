namespace CsDashboard.Security.Payments;

/// <summary>What a rule that matches does.</summary>
public enum PaymentEffect
{
    /// <summary>Adds its weight to the score.</summary>
    Weigh,

    /// <summary>Ends the judgement: what was found before is forgotten.</summary>
    Allow,

    /// <summary>Somebody looks at it, whatever the score.</summary>
    Review,

    /// <summary>It is not safe, whatever the score.</summary>
    Block,
}

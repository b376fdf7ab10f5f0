namespace CsDashboard.Foundation;

/// <summary>What a signed-in person or a program may be. The words of the original systems map to these (contract C10).</summary>
public enum Role
{
    /// <summary>The product itself: pumps, jobs, seeding.</summary>
    System,
    Customer,
    Agent,
    Admin,

    /// <summary>Another program with the service key; may do what an agent may.</summary>
    Service,
}

namespace CsDashboard.Customers.Importing;

/// <summary>Imports of a kind that wait to be run.</summary>
internal interface IWorkOnImports
{
    /// <summary>
    /// Runs what was asked for in a company, one import after another, until nothing is left. An import that fails says so and holds up no
    /// other.
    /// </summary>
    Task Work(Actor company, CancellationToken stopping = default);

    /// <summary>Returns once one is asked for, or after this time.</summary>
    Task Asked(TimeSpan atMost, CancellationToken stopping);
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>
/// Lets only a few passwords be compared at once for one account and door, in this process; further ones are TooMany, right or wrong.
/// </summary>
internal sealed class Turns
{
    public const int Most = 3;
    private readonly Places places = new();

    public IDisposable Take(Guess guess, bool withCode)
    {
        // Each door has its own turns, so that strangers do not keep the owner waiting.
        var key = $"{guess.Door} {withCode} {guess.Email}";
        return places.TryTake(key, Most) ? new Turn(places, key) : throw Refusal.TooMany(TimeSpan.FromSeconds(1));
    }

    private sealed class Turn(Places places, string key) : IDisposable
    {
        public void Dispose() => places.Give(key);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Makes the searches of a request before its statement: the store finds candidates by their keys, tier by tier; what matches,
/// and in which order, is decided here, alike for every store.
/// </summary>
internal static class NodeSearcher
{
    /// <summary>The maximum number of candidates that are compared for a tier; few of those beyond equal words match.</summary>
    private const int MaxCandidates = 5 * SearchRanking.MaxMatches;

    /// <summary>So many candidates take about a millisecond to compare, too long for an I/O thread.</summary>
    private const int ManyCandidates = 1_000;

    /// <summary>The maximum number of candidates that are compared of a share of too many.</summary>
    private const int MaxSample = 4_000;

    /// <summary>Makes the searches, and sets the parameters for the ids of the nodes found.</summary>
    /// <param name="store">The store.</param>
    /// <param name="searches">The searches.</param>
    /// <param name="bound">The parameters.</param>
    /// <param name="log">Receives each look-up; null if nobody asks.</param>
    /// <param name="cancellation">Cancels the searches.</param>
    /// <exception cref="OperationRefusedException">A condition finds too many nodes.</exception>
    public static async ValueTask SearchAsync(
        IGraphStore store, IReadOnlyList<NodeSearch> searches, BoundParameters bound, PreliminaryLog? log, CancellationToken cancellation)
    {
        foreach (var search in searches)
        {
            var part = log?.Begin(search.ToString());
            using var candidates = new SearchCandidates();
            // Those of names first, since later tiers ask them alone.
            var indexes = search.Types.SelectMany(SearchIndex.Of).Where(index => search.First is not null || index.Text is null)
                .OrderBy(index => index.Text is not null).ToList();
            var ranking = new SearchRanking(search.Query, indexes, candidates);
            if (!search.Query.IsEmpty && indexes.Count > 0)
            {
                var finder = new Finder(store, search, indexes, candidates, ranking, part, cancellation);
                if (search.First is { } first)
                    await finder.RankAsync(first).ConfigureAwait(false);
                else
                    await finder.FindAllAsync().ConfigureAwait(false);
            }
            var found = ranking.Take(search.First ?? SearchRanking.MaxMatches);
            bound.Values[search.Ids.Index] = found.Select(entry => Encoding.UTF8.GetString(candidates.IdOf(entry.Candidate))).ToArray();
            part?.Result = Count(found.Count) + (search.IsTruncated ? " found, lesser matches not ranked" : " found");
            search.Found = [.. found.Select(entry => new FoundNode(indexes[candidates.IndexOf(entry.Candidate)].Type, entry.Property, entry.Position, entry.Match))];
        }
    }

    private static string Count(int nodes) => nodes.ToString("N0", CultureInfo.InvariantCulture) + (nodes == 1 ? " node" : " nodes");

    /// <summary>One search.</summary>
    private sealed class Finder(
        IGraphStore store, NodeSearch search, List<SearchIndex> indexes, SearchCandidates candidates, SearchRanking ranking, PreliminaryPart? part,
        CancellationToken cancellation)
    {
        /// <summary>The last tier of which all candidates have been compared; null if there is none.</summary>
        private SearchTier? _compared;

        /// <summary>Finds the best nodes, each tier only if those before it are not enough.</summary>
        public async ValueTask RankAsync(int first)
        {
            foreach (var tier in Enum.GetValues<SearchTier>())
            {
                if (await FindAsync(tier, MaxOf(tier)).ConfigureAwait(false))
                    _compared = tier;
                else
                    await SampleAsync(tier).ConfigureAwait(false);
                var count = ranking.CountOf(tier);
                search.IsTruncated |= count >= SearchRanking.MaxMatches;
                if (search.IsTruncated || count >= first)
                    return;
            }
        }

        /// <summary>Finds all nodes that match; throws if there are too many for a condition.</summary>
        public async ValueTask FindAllAsync()
        {
            if (await FindAsync(SearchTier.Typos, MaxCandidates).ConfigureAwait(false) && ranking.Count <= SearchRanking.MaxMatches)
                return;
            throw new OperationRefusedException(GraphOutcome.Refused, new GraphError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"`search` finds more than {SearchRanking.MaxMatches:#,0} {search.Types[0].Plural} by their names: search for more words, or for longer ones."),
                ErrorCodes.LimitExceeded,
                [search.Location]));
        }

        /// <summary>
        /// Compares the candidates of a tier; false, with none of them compared, if there are more than <paramref name="most"/>.
        /// </summary>
        private async ValueTask<bool> FindAsync(SearchTier tier, int most, string? share = null)
        {
            var isFew = search.Query.TextLookups.Count > SearchExpression.FewTextLookups && search.First is not null && tier == SearchTier.Words;
            if (isFew && await LookUpAsync(index => Expression(index, tier, share, SearchExpression.FewTextLookups), tier, most, mayBeCut: false).ConfigureAwait(false))
                return true;
            return await LookUpAsync(index => Expression(index, tier, share, int.MaxValue), tier, most, mayBeCut: true).ConfigureAwait(false);
        }

        private SearchExpression Expression(SearchIndex index, SearchTier tier, string? share, int lookups)
        {
            var expression = index.Text is null ? SearchExpression.OfNames(search.Query, tier) : SearchExpression.OfTexts(search.Query, lookups);
            // Mistyped words have many candidates in common with those that are spelled alike.
            if (tier == SearchTier.Typos && _compared == SearchTier.Spellings)
                expression = expression with { Except = SearchExpression.OfNames(search.Query, SearchTier.Spellings) };
            return share is null ? expression : expression.With(share);
        }

        private async ValueTask<bool> LookUpAsync(Func<SearchIndex, SearchExpression> expression, SearchTier tier, int most, bool mayBeCut)
        {
            // Those of names are first.
            var asked = indexes.TakeWhile(index => index.Text is null || tier == SearchTier.Words).ToList();
            if (asked.Count == 0)
                return true;
            var before = candidates.Count;
            candidates.IsIncomplete = false;
            var queries = asked.ConvertAll(index => (Index: index, Expression: expression(index)));
            var start = Stopwatch.GetTimestamp();
            await store.FindAsync(queries, most + 1, candidates, cancellation).ConfigureAwait(false);
            part?.Add(new PreliminaryRead(
                string.Join("; ", queries.Select(query => $"{query.Index}: {query.Expression}")),
                candidates.IsIncomplete ? $"more than {Count(most)}, none read" : Count(candidates.Count - before) + " to compare",
                Stopwatch.GetElapsedTime(start)));
            if (candidates.IsIncomplete || candidates.Count - before > most || (!mayBeCut && ranking.HasCutText()))
            {
                candidates.Truncate(before);
                return false;
            }
            if (candidates.Count - before > ManyCandidates)
                await WorkerThread.SwitchAsync();
            ranking.Compare();
            return true;
        }

        /// <summary>Compares the candidates with exactly the words of the query, and as large a share of the others as possible.</summary>
        private async ValueTask SampleAsync(SearchTier tier)
        {
            search.IsTruncated = true;
            if (search.Query.WordsKey is { } words)
                await LookUpAsync(_ => SearchExpression.OfKey(words), tier, MaxOf(tier), mayBeCut: true).ConfigureAwait(false);
            foreach (var share in SampleKeys.Shares)
            {
                if (await FindAsync(tier, MaxSample, share).ConfigureAwait(false))
                    return;
            }
        }

        private static int MaxOf(SearchTier tier) => tier == SearchTier.Words ? SearchRanking.MaxMatches : MaxCandidates;
    }
}

using Xunit;

namespace GraphIntel.Tests.Import;

public sealed class ClaimTests : IDisposable
{
    private const string Header = "id:ID,about,field,value,stance,statement,made";

    private readonly ImportFolder _folder = new();

    public ClaimTests() => _folder.WithActors("ab").WithPlaces("p").WithEvents("e")
        .With("nodes/Source.csv", "id:ID,name,kind", "source:s,s,MONITOR")
        .With("relationships/OCCURRED_AT.csv", ":START_ID,:END_ID", "event:e,place:p")
        .With("relationships/BACKS.csv", "id,:START_ID,:END_ID,kinds", "backing:1,actor:a,actor:b,TROOPS")
        .With("relationships/MADE_BY.csv", ":START_ID,:END_ID", "claim:1,source:s");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_claim_is_about_a_fact_of_the_same_files()
    {
        _folder.With(
            "nodes/Claim.csv", Header,
            "claim:1,event:e,deathsBest,5,SUPPORTS,said,2017-01-01",
            "claim:2,backing:1,,,DENIES,said,2017-01-01",
            "claim:3,occurredAt:event:e>place:p,,,SUPPORTS,said,2017-01-01");
        await _folder.ImportAsync();
        var again = await _folder.ImportAsync();
        Assert.Equal((0, 0), (again.Written.Created, again.Written.Updated));
    }

    [Fact]
    public async Task A_claim_is_about_a_fact_of_the_store()
    {
        _folder.With("nodes/Claim.csv", Header, "claim:1,event:e,,,SUPPORTS,said,2017-01-01");
        await _folder.ImportAsync();
        using var later = new ImportFolder { Store = _folder.Store };
        later.With("Claim.csv", Header, "claim:2,occurredAt:event:e>place:p,,,SUPPORTS,said,2017-01-01",
            "claim:3,backing:1,from,2015,SUPPORTS,said,2017-01-01");
        await later.ImportAsync();
    }

    [Fact]
    public async Task A_claim_about_something_missing_is_an_error()
    {
        _folder.With(
            "nodes/Claim.csv", Header,
            "claim:1,event:x,,,SUPPORTS,said,2017-01-01",
            "claim:2,backing:2,,,SUPPORTS,said,2017-01-01",
            "claim:3,occurredAt:event:e>place:q,,,SUPPORTS,said,2017-01-01",
            "claim:4,occurredAt:event:e,,,SUPPORTS,said,2017-01-01",
            "claim:5,occurredAt:place:p>event:e,,,SUPPORTS,said,2017-01-01",
            "claim:6,source:s,,,SUPPORTS,said,2017-01-01",
            "claim:7,the weather,,,SUPPORTS,said,2017-01-01",
            "claim:8,,,,SUPPORTS,said,2017-01-01");
        await _folder.AssertErrorsAsync(
            "nodes/Claim.csv:2: column about: 'event:x' is neither in the files nor in the store",
            "nodes/Claim.csv:3: column about: 'backing:2' is neither in the files nor in the store",
            "nodes/Claim.csv:4: column about: 'occurredAt:event:e>place:q' is neither in the files nor in the store",
            "nodes/Claim.csv:5: column about: 'occurredAt:event:e' is not an id of OCCURRED_AT; expected the ids of its ends, "
                + "occurredAt:SOURCE>TARGET",
            "nodes/Claim.csv:6: column about: 'place:p' is an id of Place; expected 'event:<key>', an id of Event",
            "nodes/Claim.csv:7: column about: 'source:s' is the id of Source, which is not a fact; a claim must be about a fact",
            "nodes/Claim.csv:8: column about: 'the weather' does not have the id prefix of a type of the model",
            "nodes/Claim.csv:9: column about: about is required, but the cell is empty");
    }

    [Fact]
    public async Task A_claims_field_is_a_property_of_what_it_is_about()
    {
        _folder.With(
            "nodes/Claim.csv", Header,
            "claim:1,event:e,deathBest,5,SUPPORTS,said,2017-01-01",
            "claim:2,backing:1,againstIds,5,SUPPORTS,said,2017-01-01",
            "claim:3,occurredAt:event:e>place:p,start,5,SUPPORTS,said,2017-01-01",
            "claim:4,event:e,id,5,SUPPORTS,said,2017-01-01");
        var result = await _folder.RunAsync();
        Assert.Equal([2, 3, 4, 5], result.Diagnostics.Select(error => error.Line));
        Assert.Equal("Event has no property 'deathBest'; did you mean deathsBest or deathsLow?", result.Diagnostics[0].Message);
        Assert.Equal("OccurredAt has no property 'start'", result.Diagnostics[2].Message);
        Assert.All(result.Diagnostics, error => Assert.Equal("field", error.Column));
    }

    [Fact]
    public async Task A_claim_about_the_origin_of_a_claim_comes_after_it()
    {
        _folder.With("nodes/Claim.csv", Header, "claim:1,event:e,,,SUPPORTS,said,2017-01-01",
            "claim:2,madeBy:claim:1>source:s,,,DENIES,said,2017-01-02");
        await _folder.AssertErrorsAsync(
            "nodes/Claim.csv:3: column about: 'madeBy:claim:1>source:s', a relationship of a claim, is not in the "
                + "store; import it before the claims about it");

        _folder.With("nodes/Claim.csv", Header, "claim:1,event:e,,,SUPPORTS,said,2017-01-01");
        await _folder.ImportAsync();
        _folder.With("nodes/Claim.csv", Header, "claim:1,event:e,,,SUPPORTS,said,2017-01-01",
            "claim:2,madeBy:claim:1>source:s,,,DENIES,said,2017-01-02");
        await _folder.ImportAsync();
    }
}

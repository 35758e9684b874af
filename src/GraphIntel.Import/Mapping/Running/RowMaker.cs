using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>Finds out which nodes and relationships a row makes or refers to, before their values are read.</summary>
internal sealed class RowMaker(MappingPlan plan, IdentityTable identities)
{
    /// <summary>Maximum length of an id, which stores hold in indexes.</summary>
    private const int MaxIdLength = 1_000;

    private readonly EntryCache[] _caches = [.. plan.Entries.Select(entry => new EntryCache(entry))];

    /// <summary>The row that is read: the index of the file, and the line.</summary>
    public (int File, int Line) At { get; set; }

    /// <summary>Remembers that rows which agree in what the entry reads make this node.</summary>
    public void Remember(EntryPlan entry, string key, Identity identity) => _caches[entry.Index].Add(key, identity);

    /// <summary>Makes the instances of a row; entries come before those in step with them.</summary>
    public void Make(Frame frame)
    {
        foreach (var entry in plan.Entries)
        {
            var instances = frame.Instances[entry.Index];
            if (!entry.Root.HasLoop)
            {
                instances.Add(MakeOne(entry, frame, Instance.NoVariables));
            }
            else if (entry.Root == entry)
            {
                if (!entry.IsWhenOfRow || entry.When!(frame))
                    Loop(entry, 0, frame);
            }
            else
            {
                var root = frame.Instances[entry.Root.Index];
                for (var position = 0; position < root.Count; position++)
                    instances.Add(Enter(entry.Root, position, frame) ? MakeOne(entry, frame, root[position]!.Variables) : null);
            }
        }
    }

    /// <summary>Goes to an instance of an entry with a loop: its variables are set. False if there is none at the position.</summary>
    public static bool Enter(EntryPlan root, int position, Frame frame)
    {
        frame.Positions[root.Index] = position;
        if (frame.Instances[root.Index][position] is not { } instance)
            return false;
        for (var index = 0; index < root.Variables.Count; index++)
            frame.Variables[root.Variables[index].Slot] = instance.Variables[index];
        return true;
    }

    private void Loop(EntryPlan entry, int level, Frame frame)
    {
        if (level == entry.Loops.Count)
        {
            var instances = frame.Instances[entry.Index];
            frame.Positions[entry.Index] = instances.Count;
            var instance = MakeOne(entry, frame, Instance.NoVariables);
            instances.Add(instance);
            instance?.CopyVariables(entry.Variables, frame);
            return;
        }

        var loop = entry.Loops[level];
        if (loop.Records.Length > 0)
        {
            foreach (var record in loop.Records)
            {
                for (var index = 0; index < record.Length; index++)
                    frame.Variables[loop.Slots[index]] = record[index](frame);
                Loop(entry, level + 1, frame);
            }

            return;
        }

        if (loop.Lists[0](frame) is not object?[] first)
            return;
        var lists = new object?[loop.Lists.Length][];
        lists[0] = first;
        for (var index = 1; index < lists.Length; index++)
        {
            lists[index] = loop.Lists[index](frame) as object?[] ?? [];
            if (lists[index].Length != first.Length)
                frame.Findings.Add($"lists {loop.Name} of {entry.Name} that differ in length, of which the first counts", $"{first.Length} and {lists[index].Length}");
        }

        for (var position = 0; position < first.Length; position++)
        {
            for (var index = 0; index < lists.Length; index++)
                frame.Variables[loop.Slots[index]] = lists[index].Length == first.Length ? lists[index][position] : null;
            frame.Variables[loop.Slots[0]] = first[position];
            Loop(entry, level + 1, frame);
        }
    }

    private Instance? MakeOne(EntryPlan entry, Frame frame, object?[] variables)
    {
        if (entry.When is { } when && !when(frame))
            return null;
        var instance = frame.AddInstance(variables);
        if (entry.Type is RelationshipType)
            return instance;
        if (_caches[entry.Index].Find(frame, out var cacheKey) is { } known)
        {
            instance.Identity = known;
            instance.IsKnown = true;
            return instance;
        }

        instance.CacheKey = cacheKey;
        instance.Identity = Identify(entry, frame, ReadId(entry, frame));
        return instance;
    }

    /// <summary>The id of a row's node or relationship.</summary>
    public static string ReadId(EntryPlan entry, Frame frame)
    {
        var key = entry.Key!(frame);
        if (string.IsNullOrEmpty(key))
            throw new RowException($"the id of {entry.Name} is empty");
        return CheckId(entry, $"{entry.Type.IdPrefix}:{key}");
    }

    /// <summary>An id that is not too long.</summary>
    public static string CheckId(EntryPlan entry, string id)
    {
        if (id.Length > MaxIdLength)
            throw new RowException($"the id of {entry.Name} has {id.Length} characters, and may have {MaxIdLength}: give its parts by hash");
        return IdRule.FindErrorInText(id) is { } error ? throw new RowException(error) : id;
    }

    private Identity Identify(EntryPlan entry, Frame frame, string id)
    {
        if (!entry.IsPerRow)
        {
            var identity = identities.Get(id, At.File, At.Line);
            if (entry.Missing == Syntax.MissingRule.Fail)
                identity.IsNeeded = true;
            return identity;
        }

        // Its id has the key of the row, so it can only be in the row itself.
        foreach (var other in frame.Instances[entry.Index])
        {
            if (other?.Identity is { } same && same.Id == id)
                return same;
        }

        return new Identity(id);
    }
}

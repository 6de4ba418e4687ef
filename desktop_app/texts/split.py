"""Why a task is not split."""

SPLIT_ALREADY = "“{task}”已经拆分过，或本身就是一项举措，没有再拆分。台账没有改动。"
ONE_SENTENCE = "“{task}”只有一句话，不用拆分。台账没有改动。"
